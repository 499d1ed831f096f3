[#import "parts.ftl" as parts]
[#include "head.ftl"]
<h1>Indicators</h1>
<p class="lead">[=page.lead]</p>
<div class="columns">
[#list page.shared]
<section aria-labelledby="shared">
<h2 id="shared">Values that most rules look for</h2>
<div class="scroll" tabindex="0" role="group" aria-label="Values that most rules look for">
<table class="list">
<thead><tr><th scope="col">Field</th><th scope="col">Test</th><th scope="col">Value</th><th scope="col" class="num">Rules</th></tr></thead>
<tbody>
[#items as row]
<tr><td class="mono">[=row.field]</td><td>[=row.kind]</td><td class="value"><a class="main" href="[=row.href]">[=row.value]</a></td><td class="num">[=row.rules]</td></tr>
[/#items]
</tbody>
</table>
</div>
</section>
[/#list]
<section aria-labelledby="fields">
<h2 id="fields">Fields</h2>
<div class="scroll" tabindex="0" role="group" aria-label="Fields">
<table class="list">
<thead><tr><th scope="col">Field</th><th scope="col" class="num">Values</th><th scope="col" class="num">Rules</th></tr></thead>
<tbody>
[#list page.fields as field]
<tr><td class="value"><a class="main mono" href="[=field.href]">[=field.name]</a></td><td class="num">[=field.values]</td><td class="num">[=field.rules]</td></tr>
[/#list]
</tbody>
</table>
</div>
</section>
</div>
[@parts.pager /]
[#include "foot.ftl"]
