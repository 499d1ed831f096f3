[#import "parts.ftl" as parts]
[#include "head.ftl"]
<h1>Detection rules</h1>
<section aria-label="Figures">
<dl class="figures">
[#list page.figures as figure]
<div class="figure [=figure.look]"><dt>[=figure.label]</dt><dd>[#if figure.href??]<a href="[=figure.href]">[=figure.value]</a>[#else][=figure.value][/#if]</dd></div>
[/#list]
</dl>
[@parts.bars of=page.targets /]
</section>
<section id="find" aria-label="Rules">
<form class="find" role="search" hidden data-find>
<label class="search"><span class="vh">Search rules</span><input type="search" name="q" autocomplete="off" spellcheck="false" placeholder="Name, id, table, field, value, technique &hellip;" aria-describedby="found"></label>
<div class="filters" data-filters></div>
<p id="found" class="found" role="status" aria-live="polite"></p>
<div class="jump" data-jump hidden></div>
</form>
<div data-list>
[@parts.rows of=page.rows /]
<p class="pager"><span>[=page.shown]</span> <a href="[=page.all]">All rules &rarr;</a></p>
</div>
</section>
<script src="assets/list.js" defer></script>
[#include "foot.ftl"]
