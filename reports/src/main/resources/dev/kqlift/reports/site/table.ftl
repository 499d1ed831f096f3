[#import "parts.ftl" as parts]
[#include "head.ftl"]
<p class="crumb"><a href="index.html">Tables</a></p>
<h1 class="mono">[=page.name]</h1>
<p class="lead">[=page.lead]</p>
[#list page.columns]
<details class="fold"><summary>Columns that rules test</summary>
<ul class="tags">
[#items as column]
<li><span class="name">[=column.label]</span> <span class="quiet">[=column.value]</span></li>
[/#items]
</ul>
</details>
[/#list]
[@parts.rows of=page.rows /]
[@parts.pager /]
[#include "foot.ftl"]
