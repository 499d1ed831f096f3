package dev.kqlift.reports.site;

/** A rule whose every text tries to be markup, an address or a way out of the folder. */
final class HostileRule {
    private HostileRule() {}

    static final String NAME = "<script>alert(1)</script> & \"friends\" '\u202etxt";

    static final String TEXT = """
            id: "\\"><script>alert(2)</script>"
            name: "<script>alert(1)</script> & \\"friends\\" '\\u202Etxt"
            description: |
              <img src=x onerror=alert(3)> see https://docs.contoso.example/a?b=1&c="onmouseover=alert(4) and
              javascript:alert(5) and (https://contoso.example/page).
            severity: "High\\" onclick=\\"alert(6)"
            requiredDataConnectors:
              - connectorId: "</li><script>alert(7)</script>"
                dataTypes:
                  - "SigninLogs</span>"
            queryFrequency: "</dd>1h"
            queryPeriod: 1h
            triggerOperator: gt
            triggerThreshold: 0
            tactics:
              - "</td><b>"
              - InitialAccess
            relevantTechniques:
              - "../../T1078"
              - T1078
            query: |
              // </code><script>alert(8)</script>
              ['<b>Table</b>']
              | where Name has "</script><script>alert(9)</script>" or Path == @"\\\\..\\..\\etc"
              | where Link startswith "javascript:alert(10)" and Text in ("&amp;", "<!--", "]]>", "😀")
              | extend ['"><i>'] = strcat("<i>", '"')
              | where isnull(tostring(Name))
            entityMappings:
              - entityType: "</td>Account"
                fieldMappings:
                  - identifier: "<b>Name"
                    columnName: "\\"><i>"
            customDetails:
              "<u>": Missing
            tags:
              - "<blink>\\u2028"
            kind: Scheduled
            """;

    static final String NOTES = """
            # Hypothesis

            Someone <script>alert(11)</script> [clicks](javascript:alert(12)) on [this](https://contoso.example/a),
            ![a picture](https://contoso.example/p.png) or <https://contoso.example/auto>.

            ## False positives

            - `</code>` **strong**
            """;
}
