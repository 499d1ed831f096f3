[#import "parts.ftl" as parts]
[#include "head.ftl"]
<p class="crumb"><a href="index.html">Findings</a></p>
<h1>[=page.code] <span class="thin">[=page.name]</span></h1>
<p class="lead">[=page.lead]</p>
[#if page.explanation??]
<div class="prose explanation">[=page.explanation]</div>
[/#if]
[#list page.findings]
<div class="scroll" tabindex="0" role="group" aria-label="Findings">
<table class="list">
<thead><tr><th scope="col">Rule</th><th scope="col">Severity</th><th scope="col">Finding</th></tr></thead>
<tbody>
[#items as row]
<tr><td><a class="main" href="[=row.rule.href]">[=row.rule.text]</a><span class="sub">[=row.place]</span></td><td>[@parts.badge of=row.severity /]</td><td>[@parts.inline of=row.message /]</td></tr>
[/#items]
</tbody>
</table>
</div>
[#else]
<p class="empty">None.</p>
[/#list]
[@parts.pager /]
[#include "foot.ftl"]
