[#import "parts.ftl" as parts]
[#include "head.ftl"]
<h1>Translations</h1>
<p class="lead">[=page.lead]</p>
[@parts.bars of=page.targets /]
<dl class="promises">
[#list page.promises as promise]
<div><dt><span class="badge fid-[=promise.label]">[=promise.label]</span></dt><dd>[=promise.value]</dd></div>
[/#list]
</dl>
[#list page.reasons]
<h2>What the notes say</h2>
<div class="scroll" tabindex="0" role="group" aria-label="Notes by code">
<table class="list">
<thead><tr><th scope="col">Target</th><th scope="col">Code</th><th scope="col">Effect</th><th scope="col" class="num">Rules</th></tr></thead>
<tbody>
[#items as reason]
<tr><td>[=reason.target]</td><td>[=reason.code] [=reason.title]</td><td>[@parts.badge of=reason.effect /]</td><td class="num">[=reason.rules]</td></tr>
[/#items]
</tbody>
</table>
</div>
[#else]
<p class="empty">No rule was translated.</p>
[/#list]
[#include "foot.ftl"]
