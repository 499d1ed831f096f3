[#import "parts.ftl" as parts]
[#include "head.ftl"]
<h1>[=page.title]</h1>
<p class="lead">[=page.lead]</p>
[@parts.rows of=page.rows /]
[@parts.pager /]
[#include "foot.ftl"]
