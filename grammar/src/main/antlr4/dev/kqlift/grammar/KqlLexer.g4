// The tokens of KQL. Words that steer the parser have a token each; the parser's rule `name` lists those that may be names.
lexer grammar KqlLexer;

options { superClass = KqlLexerBase; }

// Text that no token stands for.
SPACE: [ \t\r\n\f\u000B\u0085\u00A0\u1680\u180E\u2000-\u200D\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF]+ -> skip;
COMMENT: '//' ~[\r\n]* -> skip;
DIRECTIVE: '#' ~[\r\n]* -> skip;

// Punctuation.
PIPE: '|';
SEMICOLON: ';';
COMMA: ',';
COLON: ':';
DOT: '.';
DOTDOT: '..';
LPAREN: '(';
RPAREN: ')';
LBRACKET: '[';
RBRACKET: ']';
LBRACE: '{';
RBRACE: '}';
ASSIGN: '=';
ARROW: '=>';
EQ: '==';
NE: '!=' | '<>';
LT: '<';
LE: '<=';
GT: '>';
GE: '>=';
PLUS: '+';
MINUS: '-';
STAR: '*';
SLASH: '/';
PERCENT: '%';
EDGE_RIGHT: '-->';
EDGE_LEFT: '<--';
EDGE_BOTH: '--';

// Operators on text.
EQ_CI: '=~';
NE_CI: '!~';
TEXT_OPERATOR:
    'has' | '!has' | 'has_cs' | '!has_cs'
    | 'hasprefix' | '!hasprefix' | 'hasprefix_cs' | '!hasprefix_cs'
    | 'hassuffix' | '!hassuffix' | 'hassuffix_cs' | '!hassuffix_cs'
    | 'contains' | '!contains' | 'contains_cs' | '!contains_cs'
    | 'containscs' | 'notcontains' | 'notcontainscs'
    | 'startswith' | '!startswith' | 'startswith_cs' | '!startswith_cs'
    | 'endswith' | '!endswith' | 'endswith_cs' | '!endswith_cs'
    | 'matches regex'
    | 'like' | 'notlike' | 'likecs' | 'notlikecs';
IN: 'in';
SET_OPERATOR: '!in' | 'in~' | '!in~' | 'has_any' | 'has_all';
BETWEEN: 'between' | '!between';

// Words that steer the parser.
AND: 'and';
OR: 'or';
ACCESS: 'access';
ALIAS: 'alias';
AS: 'as';
ASC: 'asc' | 'granny-asc';
DESC: 'desc' | 'granny-desc';
ASSERT_SCHEMA: 'assert-schema';
BIN: 'bin';
BY: 'by';
CONSUME: 'consume';
COUNT: 'count';
DATATABLE: 'datatable';
DECLARE: 'declare';
DEFAULT: 'default';
DISTINCT: 'distinct';
DYNAMIC: 'dynamic';
EDGES: 'edges';
ENTITY_GROUP: 'entity_group';
EVALUATE: 'evaluate';
EXTEND: 'extend';
EXTERNALDATA: 'externaldata' | 'external_data';
FACET: 'facet';
FIND: 'find';
FIRST: 'first';
FORK: 'fork';
FROM: 'from';
GETSCHEMA: 'getschema';
GRAPH_MARK_COMPONENTS: 'graph-mark-components';
GRAPH_MATCH: 'graph-match';
GRAPH_SHORTEST_PATHS: 'graph-shortest-paths';
GRAPH_TO_TABLE: 'graph-to-table';
GRAPH_WHERE_EDGES: 'graph-where-edges';
GRAPH_WHERE_NODES: 'graph-where-nodes';
INVOKE: 'invoke';
JOIN: 'join';
LAST: 'last';
LET: 'let';
LIMIT: 'limit';
LOOKUP: 'lookup';
MACRO_EXPAND: 'macro-expand';
MAKE_GRAPH: 'make-graph';
MAKE_SERIES: 'make-series';
MATERIALIZE: 'materialize';
MV_APPLY: 'mv-apply' | 'mvapply';
MV_EXPAND: 'mv-expand' | 'mvexpand';
NODES: 'nodes';
NULL: 'null';
NULLS: 'nulls';
OF: 'of';
ON: 'on';
OPTIONAL: 'optional';
ORDER: 'order';
OTHERS: 'others';
OUTPUT: 'output';
PACK: 'pack';
PARSE: 'parse';
PARSE_KV: 'parse-kv';
PARSE_WHERE: 'parse-where';
PARTITION: 'partition';
PARTITIONED_BY: 'partitioned-by';
PATTERN: 'pattern';
PRINT: 'print';
PROJECT: 'project';
PROJECT_AWAY: 'project-away';
PROJECT_BY_NAMES: 'project-by-names';
PROJECT_KEEP: 'project-keep';
PROJECT_RENAME: 'project-rename';
PROJECT_REORDER: 'project-reorder';
PROJECT_SMART: 'project-smart';
QUERY_PARAMETERS: 'query_parameters';
RANGE: 'range';
REDUCE: 'reduce';
RENDER: 'render';
RESTRICT: 'restrict';
SAMPLE: 'sample';
SAMPLE_DISTINCT: 'sample-distinct';
SCAN: 'scan';
SEARCH: 'search';
SERIALIZE: 'serialize';
SET: 'set';
SORT: 'sort';
STEP: 'step';
SUMMARIZE: 'summarize';
TAKE: 'take';
TO: 'to';
TOP: 'top';
TOP_HITTERS: 'top-hitters';
TOP_NESTED: 'top-nested';
TOSCALAR: 'toscalar';
TOTABLE: 'totable';
TYPEOF: 'typeof';
UNION: 'union';
VIEW: 'view';
WHERE: 'where';
FILTER: 'filter';
WITH: 'with';
TRUE: 'true' | 'True' | 'TRUE';
FALSE: 'false' | 'False' | 'FALSE';

// Names of the parameters of operators (`kind=inner`).
HINT: 'hint.' [A-Za-z_]+;
PARAMETER_NAME:
    'kind' | 'isfuzzy' | 'withsource' | 'with_source' | 'bagexpansion' | 'with_itemindex' | 'flags' | 'decodeblocks'
    | 'with_match_id' | 'with_step_name' | 'with_node_id' | 'best_effort' | 'force_remote' | 'expandoutput'
    | 'nooptimization' | 'cycles';

// Names of types; the lexer reads a literal where one of them meets an opening parenthesis.
TYPE_NAME:
    'string' | 'long' | 'int' | 'real' | 'double' | 'decimal' | 'datetime' | 'date' | 'timespan' | 'time' | 'boolean'
    | 'float' | 'int64' | 'int32' | 'int16' | 'int8' | 'uint64' | 'uint32' | 'uint16' | 'uint8' | 'uint' | 'ulong'
    | 'byte' | 'char' | 'uniqueid';

// Words that may be declared as names but not used without brackets.
DECLARED_ONLY: 'accumulate' | 'earliest' | 'latest' | 'mdm' | 'sql' | 'title' | 'verbose' | 'viewers';

// Words that are never names without brackets.
RESERVED:
    'anomalychart' | 'areachart' | 'barchart' | 'card' | 'columnchart' | 'ladderchart' | 'linechart' | 'piechart'
    | 'pivotchart' | 'scatterchart' | 'stackedareachart' | 'timechart' | 'timeline' | 'timepivot' | 'treemap'
    | 'cachingpolicy' | 'callout' | 'cancel' | 'dataexport' | 'datascope' | 'encodingpolicy' | 'extent_tags_retention'
    | 'harddelete' | 'hardretention' | 'hotcache' | 'journal' | 'missing' | 'pathformat' | 'queries' | 'query_results'
    | 'relaxed' | 'restricted_view_access' | 'row_level_security' | 'rowstore' | 'rowstores' | 'seal' | 'seals' | 'shards'
    | 'simple' | 'softdelete' | 'softretention' | 'statistics' | 'views';

// Literals. A date, a number and their like in parentheses is one token: their text is not KQL.
DATETIME_LITERAL: ('datetime' | 'date') '(' ~[)\r\n]* ')';
TIMESPAN_LITERAL: ('timespan' | 'time') '(' ~[)\r\n]* ')' | DIGIT+ ('.' DIGIT+)? TIME_UNIT;
LONG_LITERAL: 'long(' ~[)\r\n]* ')' | DIGIT+ | '0' [xX] [0-9a-fA-F]+;
INT_LITERAL: 'int(' ~[)\r\n]* ')';
REAL_LITERAL:
    ('real' | 'double') '(' ~[)\r\n]* ')'
    | DIGIT+ '.' DIGIT* EXPONENT?
    | DIGIT+ EXPONENT;
DECIMAL_LITERAL: 'decimal(' ~[)\r\n]* ')';
BOOL_LITERAL: 'bool(' ~[)\r\n]* ')';
GUID_LITERAL: ('guid' | 'uniqueid') '(' ~[)\r\n]* ')';
// `1..5`: the lexer's base class gives it out as a number and a range sign.
LONG_DOTDOT: DIGIT+ '..';

STRING_LITERAL:
    [hH]? (
        '"' (~["\\\r\n] | ESCAPE)* '"'
        | '\'' (~['\\\r\n] | ESCAPE)* '\''
        | '@"' (~["\r\n] | '""')* '"'
        | '@\'' (~['\r\n] | '\'\'')* '\''
        | '```' .*? '```'
        | '~~~' .*? '~~~'
    );
// A string that is not closed on its line, or has an escape that KQL does not know.
BAD_STRING: [hH]? ('"' (~["\\\r\n] | '\\' ~[\r\n])* '\\'? '"'? | '\'' (~['\\\r\n] | '\\' ~[\r\n])* '\\'? '\''?);
BAD_VERBATIM: [hH]? '@' ('"' (~["\r\n] | '""')* | '\'' (~['\r\n] | '\'\'')*);

IDENTIFIER: [A-Za-z_0-9$] [A-Za-z_0-9]*;
// A name with a dollar sign inside has to be bracketed.
BAD_NAME: [A-Za-z_0-9$] [A-Za-z_0-9$]*;
BAD_CHARACTER: .;

fragment DIGIT: [0-9];
fragment HEX: [0-9a-fA-F];
fragment EXPONENT: [eE] [+-]? DIGIT+;
fragment ESCAPE:
    '\\' (
        ['"\\abfnrtv]
        | [0-7] [0-7]? [0-7]?
        | 'x' HEX HEX
        | 'u' HEX HEX HEX HEX
        | 'U' HEX HEX HEX HEX HEX HEX HEX HEX
    );
fragment TIME_UNIT:
    'd' | 'day' | 'days'
    | 'h' | 'hr' | 'hrs' | 'hour' | 'hours'
    | 'm' | 'min' | 'minute' | 'minutes'
    | 's' | 'sec' | 'second' | 'seconds'
    | 'ms' | 'milli' | 'millis' | 'millisec' | 'millisecond' | 'milliseconds'
    | 'micro' | 'micros' | 'microsec' | 'microsecond' | 'microseconds'
    | 'nano' | 'nanos' | 'nanosec' | 'nanosecond' | 'nanoseconds'
    | 'tick' | 'ticks';
