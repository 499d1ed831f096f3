[#import "parts.ftl" as parts]
[#include "head.ftl"]
<p class="crumb"><a href="index.html">ATT&amp;CK</a></p>
<h1>[=page.id] [=page.name]</h1>
<p class="lead">[=page.lead]</p>
[#list page.groups as group]
<section id="[=group.anchor]" aria-labelledby="[=group.anchor]-name">
<h2 id="[=group.anchor]-name">[=group.title]</h2>
[@parts.rows of=group.rows /]
</section>
[/#list]
[#include "foot.ftl"]
