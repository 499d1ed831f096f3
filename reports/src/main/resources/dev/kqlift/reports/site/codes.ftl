[#import "parts.ftl" as parts]
[#include "head.ftl"]
<h1>Findings</h1>
<p class="lead">[=page.lead]</p>
[#list page.codes]
<div class="scroll" tabindex="0" role="group" aria-label="Codes">
<table class="list">
<thead><tr><th scope="col">Code</th><th scope="col">Severity</th><th scope="col">About</th><th scope="col" class="num">Findings</th><th scope="col" class="num">Rules</th><th scope="col" class="num">Not checked on</th></tr></thead>
<tbody>
[#items as row]
<tr><td><a class="main" href="[=row.href]">[=row.code] [=row.name]</a></td><td>[@parts.badge of=row.severity /]</td><td>[=row.category]</td><td class="num">[=row.findings]</td><td class="num">[=row.rules]</td><td class="num">[=row.notChecked]</td></tr>
[/#items]
</tbody>
</table>
</div>
[#else]
<p class="empty">Nothing was found.</p>
[/#list]
[#include "foot.ftl"]
