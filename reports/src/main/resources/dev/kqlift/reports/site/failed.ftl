[#include "head.ftl"]
<h1>[=page.title]</h1>
<p>kqlift failed on this page ([=page.reason]); please report it with the rule. The other pages are not affected.</p>
[#include "foot.ftl"]
