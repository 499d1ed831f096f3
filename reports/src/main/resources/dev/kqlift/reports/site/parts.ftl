[#macro pager]
[#if page.pager.summary??]
<nav class="pager" aria-label="Pages">
[#if page.pager.previous??]<a rel="prev" href="[=page.pager.previous]">&larr; Previous</a>[/#if]
<span>[=page.pager.summary]</span>
[#if page.pager.next??]<a rel="next" href="[=page.pager.next]">Next &rarr;</a>[/#if]
</nav>
[/#if]
[/#macro]

[#macro badge of]<span class="badge [=of.look]">[=of.text]</span>[/#macro]

[#macro rows of]
[#list of]
<div class="scroll" tabindex="0" role="group" aria-label="Rules">
<table class="list">
<thead><tr><th scope="col">Rule</th><th scope="col">Severity</th><th scope="col">Kind</th><th scope="col">Techniques</th><th scope="col">Tables</th><th scope="col">Findings</th></tr></thead>
<tbody>
[#items as row]
<tr>
<td><a class="main" href="[=row.href]">[=row.title]</a><span class="sub">[=row.place]</span></td>
<td>[#if row.severity??][@badge of=row.severity /][/#if]</td>
<td>[=row.kind]</td>
<td class="ids">[#list row.techniques as id][=id][#sep] [/#sep][/#list]</td>
<td class="ids">[#list row.tables as table][=table][#sep] [/#sep][/#list]</td>
<td class="counts">[#list row.counts as count]<span class="[=count.look]">[=count.text]</span>[#sep] [/#sep][/#list]</td>
</tr>
[/#items]
</tbody>
</table>
</div>
[#else]
<p class="empty">None.</p>
[/#list]
[/#macro]

[#macro names of look]
[#list of.first as name]<span class="name [=look]">[=name]</span>[#sep] [/#sep][/#list]
[#list of.rest]<details class="more"><summary>[=of.more] more</summary>[#items as name]<span class="name [=look]">[=name]</span>[#sep] [/#sep][/#items]</details>[/#list]
[/#macro]

[#macro excerpt of]
<span class="excerpt">[#if of.href??]<a class="ln" href="[=of.href]">[=of.line]</a>[#else]<span class="ln">[=of.line]</span>[/#if]<code>[=of.before]<mark>[=of.marked]</mark>[=of.after]</code></span>
[/#macro]

[#macro bars of]
[#list of]
<div class="bars">
[#items as bar]
<div class="bar-row">
<a class="bar-name" href="[=bar.href]">[=bar.target]</a>
<svg viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">[#list bar.parts as part]<rect class="[=part.look]" x="[=part.start]" y="0" width="[=part.width]" height="14"></rect>[/#list]</svg>
<span class="bar-legend">[#list bar.parts as part]<a href="[=part.href]"><span class="dot [=part.look]" aria-hidden="true"></span>[=part.word] [=part.count]</a>[#sep] [/#sep][/#list]</span>
</div>
[/#items]
</div>
[/#list]
[/#macro]

[#macro value of]
<span class="val">[#if of.href??]<a href="[=of.href]">[=of.value]</a>[#else][=of.value][/#if] <span class="n" title="other rules that look for it">[=of.others]</span></span>
[/#macro]

[#macro inline of][#list of as part][#if part.code]<code>[=part.text]</code>[#else][=part.text][/#if][/#list][/#macro]

[#macro outputs of]
[#list of]
<div class="scroll" tabindex="0" role="group" aria-label="Output fields"><table>
<thead><tr><th scope="col" class="num">#</th><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Source</th><th scope="col">Stages</th><th scope="col">Made of</th></tr></thead>
<tbody>
[#items as row]
<tr><td class="num">[=row.index]</td><td class="mono">[=row.name]</td><td>[=row.type]</td><td>[=row.source]</td><td>[=row.stages]</td><td class="ids"><code class="expr">[=row.expression]</code> [@names of=row.columns look="" /]</td></tr>
[/#items]
</tbody>
</table></div>
[/#list]
[/#macro]
