[#import "parts.ftl" as parts]
[#include "head.ftl"]
<p class="crumb"><a href="index.html">Indicators</a></p>
<h1 class="mono">[=page.field]</h1>
<p class="lead">[=page.lead]</p>
<div class="scroll" tabindex="0" role="group" aria-label="Values">
<table class="list values">
<thead><tr><th scope="col">Test</th><th scope="col">Value</th><th scope="col" class="num">Rules</th><th scope="col" class="num">Files</th><th scope="col">Looked for by</th></tr></thead>
<tbody>
[#list page.values as value]
<tr id="[=value.anchor]"><td>[=value.kind]</td><td class="value"><code>[=value.value]</code></td><td class="num">[=value.rules]</td><td class="num">[=value.files]</td>
<td class="links">[#list value.first as rule]<a href="[=rule.href]">[=rule.text]</a>[/#list][#list value.rest]<details class="more"><summary>[=value.more] more</summary>[#items as rule]<a href="[=rule.href]">[=rule.text]</a>[/#items]</details>[/#list]</td></tr>
[/#list]
</tbody>
</table>
</div>
[@parts.pager /]
[#include "foot.ftl"]
