[#import "parts.ftl" as parts]
[#include "head.ftl"]
<h1>Duplicates</h1>
<p class="lead">[=page.lead]</p>
[#list page.groups as group]
<section aria-label="[=group.title]">
<h2>[=group.title]</h2>
[@parts.rows of=group.rows /]
</section>
[#else]
<p class="empty">None.</p>
[/#list]
[@parts.pager /]
[#include "foot.ftl"]
