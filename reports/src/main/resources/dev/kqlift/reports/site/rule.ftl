[#import "parts.ftl" as parts]
[#include "head.ftl"]
<p class="crumb"><a href="../index.html">Rules</a></p>
<h1>[=page.title]</h1>
<p class="badges">[#if page.severity??][@parts.badge of=page.severity /] [/#if]<span class="badge plain">[=page.kind]</span> [#list page.translations as to]<a class="badge [=to.fidelity.look]" href="#[=to.anchor]">[=to.target]: [=to.fidelity.text]</a>[#sep] [/#sep][/#list]</p>
<div class="page">
<nav class="contents" aria-label="On this page">
[#list page.contents as part]
<a href="[=part.href]">[=part.text]</a>
[/#list]
</nav>
<div class="parts">
<section class="head" aria-label="About the rule">
[#list page.description]
<p class="description">[#items as part][#if part.href??]<a href="[=part.href]" rel="noopener noreferrer nofollow">[=part.text]</a>[#else][=part.text][/#if][/#items]</p>
[/#list]
<dl class="facts">
[#list page.facts as fact]
<div><dt>[=fact.label]</dt><dd>[=fact.value]</dd></div>
[/#list]
</dl>
</section>
[#list page.notes]
<section id="notes" aria-labelledby="notes-h">
<h2 id="notes-h">Notes</h2>
[#items as note]
<h3>[=note.heading]</h3>
<div class="prose">[=note.text]</div>
[/#items]
</section>
[/#list]
[#list page.attack]
<section id="attack" aria-labelledby="attack-h">
<h2 id="attack-h">MITRE ATT&amp;CK</h2>
<div class="scroll"><table>
<thead><tr><th scope="col">Tactic</th><th scope="col">Technique</th></tr></thead>
<tbody>
[#items as row]
<tr><td><a href="[=row.tacticHref]">[=row.tactic]</a></td><td>[#if row.techniqueHref??]<a href="[=row.techniqueHref]">[=row.technique]</a>[#else][=row.technique][/#if]</td></tr>
[/#items]
</tbody>
</table></div>
</section>
[/#list]
<section id="sources" aria-labelledby="sources-h">
<h2 id="sources-h">Required data sources</h2>
<div class="pair">
<div>
<h3>Tables that the query reads</h3>
[#list page.tables]
<ul class="plain">
[#items as table]
<li>[#if table.href??]<a class="mono" href="[=table.href]">[=table.name]</a>[#else]<span class="mono">[=table.name]</span>[/#if] <span class="quiet">[=table.note]</span></li>
[/#items]
</ul>
<p class="hint">Ensure that their data connectors are enabled.</p>
[#else]
<p class="empty">None known.</p>
[/#list]
[#list page.functions]
<h3>Workspace functions</h3>
<ul class="plain">
[#items as function]
<li class="mono">[=function]</li>
[/#items]
</ul>
[/#list]
</div>
[#list page.connectors]
<div>
<h3>Connectors that the rule declares</h3>
<ul class="plain">
[#items as connector]
<li>[=connector.name]: [#list connector.types as type]<span class="mono">[=type.name]</span> <span class="quiet">[=type.note]</span>[#sep], [/#sep][/#list]</li>
[/#items]
</ul>
</div>
[/#list]
</div>
</section>
[#list page.listing]
<section id="query" aria-labelledby="query-h">
<h2 id="query-h">Query <button type="button" class="small" data-copy-code hidden>Copy</button></h2>
<p class="note">[=page.listingNote]</p>
<div class="code" translate="no">
[#items as line]
<div class="line" id="[=line.anchor]"><a class="ln" href="#[=line.anchor]" aria-label="Line [=line.number]">[=line.number]</a><span class="marks">[#list line.markers as marker]<a class="mark [=marker.look]" href="[=marker.href]" title="[=marker.text]"><span aria-hidden="true">[=marker.sign]</span><span class="vh">[=marker.text]</span></a>[/#list]</span><code>[=line.code]</code></div>
[/#items]
</div>
</section>
[/#list]
[#list page.parameters]
<section id="parameters" aria-labelledby="parameters-h">
<h2 id="parameters-h">Parameters</h2>
<div class="scroll"><table>
<thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Value</th></tr></thead>
<tbody>
[#items as row]
<tr><td class="mono">[=row.name]</td><td>[=row.kind]</td><td class="value"><code>[=row.value]</code></td></tr>
[/#items]
</tbody>
</table></div>
</section>
[/#list]
[#list page.knobs]
<section id="tuning" aria-labelledby="tuning-h">
<h2 id="tuning-h">Tuning</h2>
<div class="scroll"><table>
<thead><tr><th scope="col">What</th><th scope="col">Name</th><th scope="col">Value</th><th scope="col">Where</th></tr></thead>
<tbody>
[#items as row]
<tr><td>[=row.kind]</td><td class="mono">[=row.name]</td><td class="value"><code>[=row.value]</code></td><td>[#if row.place??][@parts.excerpt of=row.place /][/#if]</td></tr>
[/#items]
</tbody>
</table></div>
</section>
[/#list]
[#list page.stages]
<section id="stages" aria-labelledby="stages-h">
<h2 id="stages-h">Stages</h2>
<ol class="stages">
[#items as stage]
<li>
<div class="stage"><span class="index">[=stage.index]</span><span class="op">[=stage.operator]</span><a href="[=stage.place.href]">[=stage.place.text]</a><span class="quiet">[=stage.count]</span></div>
<code class="text">[=stage.text]</code>
<div class="cols">[@parts.names of=stage.all look="" /]</div>
<div class="cols">[@parts.names of=stage.added look="added" /] [@parts.names of=stage.removed look="removed" /]</div>
</li>
[/#items]
</ol>
</section>
[/#list]
[#list page.indicators]
<section id="indicators" aria-labelledby="indicators-h">
<h2 id="indicators-h">Indicators</h2>
<p class="hint">The number behind a value is that of other rules here that look for it.</p>
<div class="scroll" tabindex="0" role="group" aria-labelledby="indicators-h"><table class="indicators">
<thead><tr><th scope="col">Field</th><th scope="col">Test</th><th scope="col">Values</th><th scope="col">Case</th><th scope="col">Stage</th><th scope="col">Columns</th></tr></thead>
<tbody>
[#items as row]
<tr>
<td class="mono">[#if row.href??]<a href="[=row.href]">[=row.field]</a>[#else][=row.field][/#if]</td>
<td>[=row.kind]</td>
<td class="value">[#list row.first as value][@parts.value of=value /][#sep] [/#sep][/#list][#list row.rest]<details class="more"><summary>[=row.more] more</summary>[#items as value][@parts.value of=value /][#sep] [/#sep][/#items]</details>[/#list]<span class="quiet">[=row.left]</span></td>
<td>[=row.caseWord]</td>
<td>[=row.stages]</td>
<td class="ids">[@parts.names of=row.columns look="" /]</td>
</tr>
[/#items]
</tbody>
</table></div>
</section>
[/#list]
<section id="outputs" aria-labelledby="outputs-h">
<h2 id="outputs-h">Output fields</h2>
[#if page.open]<p class="hint">There may be further fields: the columns of a table or function are not known.</p>[/#if]
[@parts.outputs of=page.outputs /]
[#if page.passedNote??]
<details class="fold"><summary>[=page.passedNote]</summary>
[@parts.outputs of=page.passed /]
</details>
[/#if]
</section>
[#list page.mappings]
<section id="mappings" aria-labelledby="mappings-h">
<h2 id="mappings-h">Entities and details</h2>
<div class="scroll" tabindex="0" role="group" aria-labelledby="mappings-h"><table>
<thead><tr><th scope="col">What</th><th scope="col">For</th><th scope="col">Identifier</th><th scope="col">Column</th><th scope="col">Returned</th><th scope="col">Line</th></tr></thead>
<tbody>
[#items as row]
<tr><td>[=row.use]</td><td>[=row.group]</td><td>[=row.name]</td><td class="mono">[=row.column]</td><td>[@parts.badge of=row.holds /]</td><td>[=row.place.line]</td></tr>
[/#items]
</tbody>
</table></div>
</section>
[/#list]
<section id="findings" aria-labelledby="findings-h">
<h2 id="findings-h">Findings</h2>
<p class="hint">[=page.checks]</p>
[#list page.findings]
<ul class="findings">
[#items as finding]
<li id="[=finding.anchor]" class="[=finding.severity.look]">
<p>[@parts.badge of=finding.severity /] <a href="[=finding.code.href]">[=finding.code.text]</a> <span class="quiet">[=finding.name]</span></p>
<p class="message">[@parts.inline of=finding.message /]</p>
[@parts.excerpt of=finding.place /]
[#list finding.labels as label]
<p class="label">[@parts.inline of=label.text /]</p>
[@parts.excerpt of=label.place /]
[/#list]
<p class="help">[@parts.inline of=finding.help /]</p>
<p class="help">[@parts.inline of=finding.fix /]</p>
</li>
[/#items]
</ul>
[/#list]
[#list page.notChecked]
<details class="fold"><summary>Checks that could not be made</summary>
<ul class="plain">
[#items as row]
<li><span class="badge is-open">[=row.code]</span> [=row.name] <span class="quiet">not checked: [=row.reason]</span></li>
[/#items]
</ul>
</details>
[/#list]
</section>
[#list page.translations]
<section id="translations" aria-labelledby="translations-h">
<h2 id="translations-h">Translations</h2>
[#items as to]
<article class="translation" id="[=to.anchor]" aria-labelledby="[=to.anchor]-h">
<h3 id="[=to.anchor]-h">[=to.target] [@parts.badge of=to.fidelity /]</h3>
<p class="hint">[=to.promise]</p>
[#list to.notes]
<ul class="beside">
[#items as note]
<li id="[=note.anchor]">[@parts.excerpt of=note.place /]<p>[@parts.badge of=note.effect /] <span class="quiet">[=note.code]</span> [@parts.inline of=note.message /]</p></li>
[/#items]
</ul>
[/#list]
[#if to.text??]
<div class="emitted">
<div class="tools" hidden data-tools><button type="button" class="small" data-copy>Copy</button><button type="button" class="small" data-download="[=to.file]">Download</button></div>
<pre tabindex="0" translate="no">
[=to.text]</pre>
</div>
[/#if]
</article>
[/#items]
</section>
[/#list]
<section id="similar" aria-labelledby="similar-h">
<h2 id="similar-h">Rules that detect the same action</h2>
[#list page.duplicates]
<p>The same query, but for layout and comments:</p>
<ul class="plain">
[#items as rule]
<li><a href="[=rule.href]">[=rule.text]</a></li>
[/#items]
</ul>
[/#list]
[#list page.similar]
<p class="hint">The score is the weight of what both look for in the weight of what either looks for; the rarer a value, the more it weighs.</p>
<ul class="similar">
[#items as other]
<li><p><span class="score">[=other.score]</span> <a href="[=other.rule.href]">[=other.rule.text]</a></p>
<ul class="tags">
[#list other.shared as shared]
<li><span class="mono">[=shared.field]</span> [=shared.kind] <a class="value" href="[=shared.href]">[=shared.value]</a> <span class="quiet">[=shared.rules]</span></li>
[/#list]
</ul></li>
[/#items]
</ul>
[#else]
<p class="empty">No other rule shares its specific values.</p>
[/#list]
</section>
[#list page.other]
<section id="other" aria-labelledby="other-h">
<details class="fold"><summary id="other-h">Further keys of the file</summary>
<dl class="facts">
[#items as fact]
<div><dt>[=fact.label]</dt><dd>[=fact.value]</dd></div>
[/#items]
</dl>
</details>
</section>
[/#list]
</div>
</div>
[#include "foot.ftl"]
