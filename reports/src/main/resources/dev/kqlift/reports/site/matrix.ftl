[#include "head.ftl"]
<h1>ATT&amp;CK [=page.version]</h1>
<p class="lead">[=page.lead]</p>
<ul class="legend" aria-label="Colours by number of rules">
[#list page.steps as step]
<li><span class="swatch [=step.look]" aria-hidden="true"></span>[=step.text]</li>
[/#list]
</ul>
<div class="scroll matrix" tabindex="0" role="group" aria-label="Matrix of tactics and techniques">
[#list page.columns as column]
<section class="tactic" id="[=column.id]" aria-labelledby="[=column.id]-name">
<h2 id="[=column.id]-name">[=column.name]</h2>
<p class="sub">[=column.rules]<br>[=column.covered] techniques</p>
<ul>
[#list column.cells as cell]
<li class="[=cell.look]">
[#if cell.href??]<a href="[=cell.href]"><span><span class="tid">[=cell.id]</span> [=cell.name]</span> <b>[=cell.rules]</b></a>[#else]<span class="none"><span class="tid">[=cell.id]</span> [=cell.name]</span>[/#if]
[#list cell.subs]
<details><summary>[=cell.covered] sub-techniques</summary><ul>
[#items as sub]
<li class="[=sub.look]">[#if sub.href??]<a href="[=sub.href]"><span><span class="tid">[=sub.id]</span> [=sub.name]</span> <b>[=sub.rules]</b></a>[#else]<span class="none"><span class="tid">[=sub.id]</span> [=sub.name]</span>[/#if]</li>
[/#items]
</ul></details>
[/#list]
</li>
[/#list]
</ul>
</section>
[/#list]
</div>
[#list page.unknown]
<h2>Not in this version</h2>
<p>Rules state these ids, which ATT&amp;CK [=page.version] does not have or has given up:</p>
<ul class="tags">
[#items as link]
<li><a href="[=link.href]">[=link.text]</a></li>
[/#items]
</ul>
[/#list]
[#include "foot.ftl"]
