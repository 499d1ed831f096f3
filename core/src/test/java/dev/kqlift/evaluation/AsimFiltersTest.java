package dev.kqlift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class AsimFiltersTest {
    private static final Map<String, LocalTable> DNS = Map.of(
            "_Im_Dns",
            TableText.of(
                    "TimeGenerated:datetime,EventType:string,SrcIpAddr:string,DnsQuery:string,DnsResponseName:string,EventResultDetails:string",
                    "2024-05-01T10:00:00Z|Query|10.1.2.3|www.contoso.example|198.51.100.7|NOERROR",
                    "2024-05-01T11:00:00Z|Query|10.1.2.4|mail.fabrikam.example||NXDOMAIN",
                    "2024-05-01T12:00:00Z|info|10.1.2.3|contoso.example|203.0.113.9|NOERROR"));

    private static final Map<String, LocalTable> SESSIONS = Map.of(
            "_Im_NetworkSession",
            TableText.of(
                    "TimeGenerated:datetime,SrcIpAddr:string,DstIpAddr:string,DstPortNumber:int,EventResult:string,DvcAction:string",
                    "2024-05-01T10:00:00Z|10.1.2.3|203.0.113.9|443|Success|Allow",
                    "2024-05-01T11:00:00Z|203.0.113.9|10.1.2.3|22|Failure|Deny"));

    private static String dns(String arguments) {
        return String.join(
                " ",
                Answers.of("_Im_Dns(" + arguments + ") | project DnsQuery", DNS).stream()
                        .skip(1)
                        .toList());
    }

    private static String ports(String arguments) {
        return String.join(
                " ",
                Answers.of("_Im_NetworkSession(" + arguments + ") | project DstPortNumber", SESSIONS).stream()
                        .skip(1)
                        .toList());
    }

    @Test
    void lookupsAreWhatTheDnsParserGivesWhereTheCallDoesNotSay() {
        assertThat(Answers.of("_Im_Dns | count", DNS)).containsExactly("Count:long", "2");
        assertThat(dns("")).isEqualTo("www.contoso.example mail.fabrikam.example");
        assertThat(dns("eventtype='lookup'")).isEqualTo("www.contoso.example mail.fabrikam.example");
        assertThat(dns("eventtype='info'")).isEqualTo("contoso.example");
        assertThat(dns("eventtype='*'")).isEqualTo("www.contoso.example mail.fabrikam.example contoso.example");
    }

    @Test
    void timesIncludeTheirEnds() {
        assertThat(dns("starttime=datetime(2024-05-01T11:00:00Z)")).isEqualTo("mail.fabrikam.example");
        assertThat(dns("endtime=datetime(2024-05-01T10:00:00Z)")).isEqualTo("www.contoso.example");
        assertThat(dns("datetime(null), datetime(2024-05-01T10:59:00Z)")).isEqualTo("www.contoso.example");
    }

    @Test
    void domainsAreFoundAsTerms() {
        assertThat(dns("domain_has_any=dynamic(['CONTOSO.example', 'x'])")).isEqualTo("www.contoso.example");
        assertThat(dns("domain_has_any='fabrikam'")).isEqualTo("mail.fabrikam.example");
        assertThat(dns("domain_has_any=dynamic(['fabri'])")).isEmpty();
        assertThat(dns("domain_has_any=dynamic([])")).isEqualTo("www.contoso.example mail.fabrikam.example");
    }

    @Test
    void addressesAreFoundByTheirBeginning() {
        assertThat(dns("response_has_any_prefix=dynamic(['198.51.'])")).isEqualTo("www.contoso.example");
        assertThat(dns("response_has_ipv4='198.51.100.7'")).isEqualTo("www.contoso.example");
        assertThat(dns("srcipaddr='10.1.2.4'")).isEqualTo("mail.fabrikam.example");
        assertThat(ports("srcipaddr_has_any_prefix=dynamic(['10.'])")).isEqualTo("443");
        assertThat(ports("ipaddr_has_any_prefix=dynamic(['203.0.113.9'])")).isEqualTo("443 22");
    }

    @Test
    void theOtherTests() {
        assertThat(dns("responsecodename='NXDOMAIN'")).isEqualTo("mail.fabrikam.example");
        assertThat(ports("dstportnumber=22")).isEqualTo("22");
        assertThat(ports("eventresult='Success', dvcaction=dynamic(['Allow', 'Drop'])"))
                .isEqualTo("443");
    }

    @Test
    void whatIsNotTheSameForAllSourcesIsRefused() {
        assertThat(refusal("_Im_NetworkSession(eventresult='success')")).contains("depends on the source");
        assertThat(refusal("_Im_NetworkSession(hostname_has_any=dynamic(['x']))"))
                .contains("`hostname_has_any`");
        assertThat(
                        refusal(
                                "_Im_NetworkSession(srcipaddr_has_any_prefix=dynamic(['1.']), dstipaddr_has_any_prefix=dynamic(['1.']))"))
                .contains("two filters of addresses");
        assertThat(refusal("_Im_NetworkSession(pack=true)")).contains("`pack`");
        assertThat(refusal("_Im_NetworkSession(dvcaction=dynamic(null))")).contains("no list");
        assertThat(Answers.of("_Im_NetworkSession(pack=false) | count", SESSIONS))
                .containsExactly("Count:long", "2");
    }

    private static String refusal(String query) {
        return Answers.refusal(query, SESSIONS);
    }

    @Test
    void aColumnThatAFilterAsksForHasToBeThere() {
        Map<String, LocalTable> rows = Map.of("_Im_Dns", TableText.of("DnsQuery:string", "x"));
        assertThat(Answers.refusal("_Im_Dns(domain_has_any='x')", rows)).contains("no column `EventType`");
        assertThat(Answers.refusal("_Im_Dns(srcipaddr='10.0.0.1', eventtype='*')", rows))
                .contains("no column `SrcIpAddr`");
        assertThat(Answers.of("_Im_Dns(domain_has_any='x', eventtype='*') | count", rows))
                .containsExactly("Count:long", "1");
    }
}
