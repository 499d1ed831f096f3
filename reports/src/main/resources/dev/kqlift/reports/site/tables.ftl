[#import "parts.ftl" as parts]
[#include "head.ftl"]
<h1>Tables</h1>
<p class="lead">[=page.lead]</p>
<div class="scroll" tabindex="0" role="group" aria-label="Tables">
<table class="list">
<thead><tr><th scope="col">Table</th><th scope="col" class="num">Rules</th><th scope="col">Columns</th></tr></thead>
<tbody>
[#list page.tables as row]
<tr><td><a class="main mono" href="[=row.href]">[=row.name]</a></td><td class="num">[=row.rules]</td><td>[#if row.known]known[#else]<span class="badge is-open">not known</span>[/#if]</td></tr>
[/#list]
</tbody>
</table>
</div>
[@parts.pager /]
[#include "foot.ftl"]
