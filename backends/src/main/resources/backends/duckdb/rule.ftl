[#list header as line]
-- [=line]
[/#list]
[#list parts]
WITH
[#items as part]
[=part.name] AS (
[=part.text]
)[#sep],[/#sep]
[/#items]
[/#list]
[=text];
