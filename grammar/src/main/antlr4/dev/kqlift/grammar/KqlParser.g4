// The query language of KQL. Expressions are flat lists of operands and operators: precedence is worked out by the builder
// of the syntax tree, so that the parser decides everything on one token of look-ahead.
parser grammar KqlParser;

options { tokenVocab = KqlLexer; }

query: (statement (SEMICOLON statement)* SEMICOLON?)? EOF;

statement
    : letStatement
    | setStatement
    | declareStatement
    | restrictStatement
    | aliasStatement
    | pipeline
    ;

letStatement: LET declaredName ASSIGN (VIEW? functionLiteral | entityGroup | pipeline);

functionLiteral: LPAREN (functionParameter (COMMA functionParameter)*)? RPAREN functionBody;

functionParameter: columnName COLON (typeName | rowSchema) (ASSIGN expression)?;

functionBody: LBRACE (statement (SEMICOLON statement)* SEMICOLON?)? RBRACE;

entityGroup: ENTITY_GROUP LBRACKET expression (COMMA expression)* RBRACKET;

setStatement: SET word (ASSIGN (literal | word))?;

declareStatement
    : DECLARE QUERY_PARAMETERS LPAREN functionParameter (COMMA functionParameter)* RPAREN
    | DECLARE PATTERN declaredName (ASSIGN patternSignature LBRACE (patternCase SEMICOLON?)* RBRACE)?
    ;

patternSignature
    : LPAREN functionParameter (COMMA functionParameter)* RPAREN (LBRACKET functionParameter RBRACKET)?
    ;

patternCase: LPAREN expression (COMMA expression)* RPAREN (DOT LBRACKET expression RBRACKET)? ASSIGN functionBody;

restrictStatement: RESTRICT ACCESS TO LPAREN patternItem (COMMA patternItem)* RPAREN;

aliasStatement: ALIAS IDENTIFIER declaredName ASSIGN expression;

// ---- pipelines

pipeline: (sourceOperator | expression) (PIPE tabularOperator)*;

// What stands in parentheses: a pipeline, or several expressions. A comma never follows an operator here, so that the lists
// of operators end without doubt.
pipelineList: sourceOperator (PIPE tabularOperator)* | expression ((COMMA expression)+ | (PIPE tabularOperator)*);

// A pipeline whose rows come from the operator around it.
contextualPipeline: tabularOperator (PIPE tabularOperator)*;

sourceOperator
    : printOperator
    | rangeOperator
    | unionOperator
    | searchOperator
    | findOperator
    | evaluateOperator
    | macroExpandOperator
    ;

tabularOperator
    : whereOperator
    | extendOperator
    | projectOperator
    | projectAwayOperator
    | projectRenameOperator
    | projectReorderOperator
    | summarizeOperator
    | distinctOperator
    | takeOperator
    | sampleOperator
    | sampleDistinctOperator
    | sortOperator
    | topOperator
    | topNestedOperator
    | topHittersOperator
    | countOperator
    | joinOperator
    | unionOperator
    | mvExpandOperator
    | mvApplyOperator
    | parseOperator
    | parseKvOperator
    | evaluateOperator
    | invokeOperator
    | asOperator
    | renderOperator
    | serializeOperator
    | makeSeriesOperator
    | partitionOperator
    | forkOperator
    | facetOperator
    | reduceOperator
    | scanOperator
    | searchOperator
    | findOperator
    | getSchemaOperator
    | consumeOperator
    | assertSchemaOperator
    | makeGraphOperator
    | graphMatchOperator
    | graphShortestPathsOperator
    | graphToTableOperator
    | graphMarkComponentsOperator
    | graphWhereOperator
    | macroExpandOperator
    ;

parameter: (HINT | PARAMETER_NAME) ASSIGN (literal | word | bracketedName);

whereOperator: (WHERE | FILTER) parameter* namedExpression;

extendOperator: EXTEND namedExpression (COMMA namedExpression)*;

projectOperator: PROJECT (namedExpression (COMMA namedExpression)*)?;

projectAwayOperator: (PROJECT_AWAY | PROJECT_KEEP | PROJECT_BY_NAMES) (patternItem (COMMA patternItem)*)?;

projectRenameOperator: PROJECT_RENAME (namedExpression (COMMA namedExpression)*)?;

projectReorderOperator: PROJECT_REORDER (reorderItem (COMMA reorderItem)*)?;

reorderItem: patternItem (ASC | DESC)?;

// A name that may hold wildcards: `T*`, `*_CL`, `*1`. The builder asks for adjacency.
patternItem: term (STAR | name | LONG_LITERAL)*;

summarizeOperator
    : SUMMARIZE parameter* (namedExpression (COMMA namedExpression)*)? (BY namedExpression (COMMA namedExpression)* binClause?)?
    ;

binClause: BIN ASSIGN expression;

distinctOperator: DISTINCT parameter* namedExpression (COMMA namedExpression)*;

takeOperator: (TAKE | LIMIT) parameter* expression;

sampleOperator: SAMPLE parameter* expression;

sampleDistinctOperator: SAMPLE_DISTINCT parameter* expression OF expression;

sortOperator: (SORT | ORDER) parameter* BY orderItem (COMMA orderItem)*;

orderItem: namedExpression (ASC | DESC)? (NULLS (FIRST | LAST))?;

topOperator: TOP parameter* expression BY orderItem;

topNestedOperator: topNestedClause (COMMA topNestedClause)*;

topNestedClause
    : TOP_NESTED expression? OF namedExpression (WITH OTHERS ASSIGN expression)? BY namedExpression (ASC | DESC)?
    ;

topHittersOperator: TOP_HITTERS expression OF namedExpression (BY namedExpression)?;

countOperator: COUNT (AS name)?;

joinOperator: (JOIN | LOOKUP) parameter* term joinCondition?;

joinCondition: ON expression (COMMA expression)* | WHERE expression;

unionOperator: UNION parameter* patternItem (COMMA patternItem)*;

mvExpandOperator: MV_EXPAND parameter* mvItem (COMMA mvItem)* (LIMIT expression)?;

mvItem: namedExpression (TO TYPEOF LPAREN typeName RPAREN)?;

mvApplyOperator: MV_APPLY parameter* (mvItem (COMMA mvItem)*)? (LIMIT expression)? ON LPAREN contextualPipeline RPAREN;

parseOperator: (PARSE | PARSE_WHERE) parameter* expression WITH parsePart+;

parsePart: STAR | STRING_LITERAL+ | columnName (COLON typeName)?;

parseKvOperator: PARSE_KV expression AS rowSchema (WITH LPAREN property (COMMA property)* RPAREN)?;

property: word (DOT word)* ASSIGN propertyValue;

propertyValue: expression;

evaluateOperator: EVALUATE parameter* declaredName LPAREN (argument (COMMA argument)*)? RPAREN (COLON rowSchema)?;

invokeOperator: INVOKE declaredName (DOT declaredName)* LPAREN (argument (COMMA argument)*)? RPAREN;

asOperator: AS parameter* declaredName;

renderOperator
    : RENDER word? (parameter | property)* (BY expression (COMMA expression)*)?
      (WITH LPAREN (renderProperty (COMMA renderProperty)*)? RPAREN)?
    ;

renderProperty: property | expression;

serializeOperator: SERIALIZE parameter* (namedExpression (COMMA namedExpression)*)?;

makeSeriesOperator
    : MAKE_SERIES parameter* seriesItem (COMMA seriesItem)* ON namedExpression
      (seriesRange | (FROM expression)? (TO expression)? STEP expression)
      (BY namedExpression (COMMA namedExpression)*)?
    ;

seriesItem: namedExpression (DEFAULT ASSIGN expression)?;

seriesRange: IN RANGE LPAREN expression COMMA expression COMMA expression RPAREN;

partitionOperator
    : PARTITION parameter* BY expression (LPAREN contextualPipeline RPAREN | LBRACE pipeline RBRACE)
    ;

forkOperator: FORK forkBranch+;

forkBranch: (declaredName ASSIGN)? LPAREN contextualPipeline RPAREN;

facetOperator: FACET BY expression (COMMA expression)* (WITH (LPAREN contextualPipeline RPAREN | LBRACE contextualPipeline RBRACE))?;

reduceOperator: REDUCE parameter* BY namedExpression (WITH property (COMMA property)*)?;

scanOperator
    : SCAN parameter* (ORDER BY orderItem (COMMA orderItem)*)? (PARTITION BY expression (COMMA expression)*)?
      (DECLARE LPAREN functionParameter (COMMA functionParameter)* RPAREN)?
      WITH LPAREN scanStep+ RPAREN
    ;

scanStep
    : STEP declaredName OPTIONAL? (OUTPUT ASSIGN word)? COLON expression (ARROW namedExpression (COMMA namedExpression)*)? SEMICOLON
    ;

searchOperator: SEARCH parameter* (IN LPAREN patternItem (COMMA patternItem)* RPAREN)? expression;

findOperator
    : FIND parameter* (IN LPAREN patternItem (COMMA patternItem)* RPAREN)? WHERE? expression
      (PROJECT_SMART | PROJECT findColumn (COMMA findColumn)*)?
    ;

findColumn: PACK LPAREN STAR RPAREN | declaredName (COLON typeName)?;

getSchemaOperator: GETSCHEMA parameter*;

consumeOperator: CONSUME parameter*;

assertSchemaOperator: ASSERT_SCHEMA rowSchema;

printOperator: PRINT namedExpression (COMMA namedExpression)*;

rangeOperator: RANGE declaredName FROM expression TO expression STEP expression;

macroExpandOperator
    : MACRO_EXPAND parameter* (entityGroup | term) AS declaredName LPAREN (statement SEMICOLON)* statement SEMICOLON? RPAREN
    ;

makeGraphOperator
    : MAKE_GRAPH parameter* declaredName (EDGE_RIGHT | EDGE_BOTH) declaredName
      (WITH (PARAMETER_NAME ASSIGN declaredName | term ON expression (COMMA term ON expression)?))? (PARAMETER_NAME ASSIGN declaredName)?
      (PARTITIONED_BY declaredName LPAREN contextualPipeline RPAREN)?
    ;

graphMatchOperator
    : GRAPH_MATCH graphParameter* graphPattern (COMMA graphPattern)* (WHERE expression)?
      (PROJECT namedExpression (COMMA namedExpression)*)?
    ;

graphShortestPathsOperator
    : GRAPH_SHORTEST_PATHS graphParameter* graphPattern (COMMA graphPattern)* (WHERE expression)?
      (PROJECT namedExpression (COMMA namedExpression)*)?
    ;

graphPattern: graphNode (graphEdge graphNode)*;

graphNode: LPAREN declaredName? RPAREN;

graphEdge
    : EDGE_RIGHT
    | EDGE_LEFT
    | EDGE_BOTH
    | LT? MINUS LBRACKET declaredName? (STAR LONG_LITERAL DOTDOT LONG_LITERAL)? RBRACKET MINUS GT?
    ;

graphToTableOperator: GRAPH_TO_TABLE graphTable (COMMA graphTable)*;

graphTable: (NODES | EDGES) (AS declaredName)? graphParameter*;

graphMarkComponentsOperator: GRAPH_MARK_COMPONENTS graphParameter*;

graphParameter: (PARAMETER_NAME | HINT | OUTPUT | IDENTIFIER) ASSIGN (literal | word | bracketedName);

graphWhereOperator: (GRAPH_WHERE_NODES | GRAPH_WHERE_EDGES) expression;

// ---- expressions

// `x = value`, `(x, y) = value` or a value.
namedExpression: keywordName ASSIGN expression | expression (ASSIGN expression)?;

expression: term infix*;

infix
    : (AND | OR | EQ | NE | EQ_CI | NE_CI | LT | LE | GT | GE | PLUS | MINUS | STAR | SLASH | PERCENT | TEXT_OPERATOR | COLON) term
    | (IN | SET_OPERATOR) LPAREN pipelineList RPAREN
    | BETWEEN LPAREN expression DOTDOT expression RPAREN
    ;

term: (PLUS | MINUS)? primary selector*;

selector
    : DOT (
        name (LPAREN (argument (COMMA argument)*)? RPAREN)?
        | bracketedName LPAREN (argument (COMMA argument)*)? RPAREN
        | LBRACKET expression RBRACKET
        | clientParameter
        | STAR
    )
    | LBRACKET expression RBRACKET
    ;

primary
    : TYPEOF LPAREN typeOfItem (COMMA typeOfItem)* RPAREN
    | name (LPAREN (argument (COMMA argument)*)? RPAREN)?
    | literal
    | LPAREN pipelineList RPAREN
    | bracketedName (LPAREN (argument (COMMA argument)*)? RPAREN)?
    | DYNAMIC LPAREN json RPAREN
    | (TOSCALAR | TOTABLE | MATERIALIZE) parameter* LPAREN parameter* pipeline RPAREN
    | DATATABLE rowSchema (WITH LPAREN property (COMMA property)* RPAREN)? LBRACKET (datum (COMMA datum)* COMMA?)? RBRACKET
    | EXTERNALDATA rowSchema LBRACKET expression (COMMA expression)* RBRACKET (WITH LPAREN property (COMMA property)* RPAREN)?
    | STAR
    | clientParameter
    ;

// A placeholder that a dashboard or a workbook fills in: `{Name}`.
clientParameter: LBRACE name RBRACE;

typeOfItem: typeName | STAR | columnName COLON typeName;

// A call's argument: `name = value` or a value.
argument: keywordName ASSIGN expression | expression (ASSIGN expression)?;

datum: (PLUS | MINUS)? literal | DYNAMIC LPAREN json RPAREN | NULL;

literal
    : STRING_LITERAL+
    | LONG_LITERAL
    | TIMESPAN_LITERAL
    | TRUE
    | FALSE
    | REAL_LITERAL
    | INT_LITERAL
    | DATETIME_LITERAL
    | DECIMAL_LITERAL
    | BOOL_LITERAL
    | GUID_LITERAL
    ;

json
    : LBRACKET (json (COMMA json)*)? RBRACKET
    | LBRACE (jsonPair (COMMA jsonPair)*)? RBRACE
    | MINUS? literal
    | NULL
    | DYNAMIC LPAREN json RPAREN
    ;

jsonPair: STRING_LITERAL COLON json;

rowSchema: LPAREN ((STAR | columnDeclaration) (COMMA columnDeclaration)* COMMA?)? RPAREN;

columnDeclaration: columnName COLON typeName;

bracketedName: LBRACKET STRING_LITERAL+ RBRACKET;

declaredName: name | bracketedName;

// The name of a column or a parameter where it is declared.
columnName: declaredName | keywordName;

// Keywords that a column can be called where a colon or `=` follows; of the text operators only `has` and `contains`.
keywordName
    : AS | BY | DATATABLE | EXTERNALDATA | FIND | IN | INVOKE | MATERIALIZE | PRINT | SEARCH | TEXT_OPERATOR | TOSCALAR
    | TOTABLE | WHERE
    ;

typeName: TYPE_NAME | DYNAMIC | IDENTIFIER;

// Words that may be names.
name
    : IDENTIFIER
    | PARAMETER_NAME
    | BIN
    | COUNT
    | ACCESS
    | ALIAS
    | CONSUME
    | DECLARE
    | DEFAULT
    | DISTINCT
    | EDGES
    | ENTITY_GROUP
    | EVALUATE
    | EXTEND
    | FACET
    | FILTER
    | FIRST
    | FORK
    | FROM
    | GETSCHEMA
    | JOIN
    | LAST
    | LET
    | LIMIT
    | LOOKUP
    | MV_EXPAND
    | MV_APPLY
    | NODES
    | NULL
    | NULLS
    | OF
    | ON
    | OPTIONAL
    | ORDER
    | OTHERS
    | OUTPUT
    | PACK
    | PARSE
    | PARTITION
    | PATTERN
    | QUERY_PARAMETERS
    | RANGE
    | REDUCE
    | RENDER
    | RESTRICT
    | SAMPLE
    | SCAN
    | SERIALIZE
    | SET
    | SORT
    | STEP
    | SUMMARIZE
    | TAKE
    | TO
    | TOP
    | TYPEOF
    | VIEW
    | WITH
    | HINT
    | DECLARED_ONLY
    ;

// Any word, where nothing else could stand.
word: name | RESERVED | TYPE_NAME | AS | BY | DYNAMIC | WHERE | PROJECT | UNION | SEARCH | FIND;
