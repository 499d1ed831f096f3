package dev.kqlift.evaluation;

import org.junit.jupiter.api.Test;

final class TextMatchingTest {
    @Test
    void hasAsksForWholeTerms() {
        Expressions.hold("""
                "powershell.exe -enc" has "powershell" => true
                "mypowershell.exe" has "powershell" => false
                "a_b" has "a" => true
                "a.b.c" has "b.c" => true
                "a.b.cd" has "b.c" => false
                "PowerShell" has "powershell" => true
                "PowerShell" has_cs "powershell" => false
                "anything" has "" => true
                "powershell" hasprefix "power" => true
                "mypowershell" hasprefix "power" => false
                "my powershell" hassuffix "shell" => true
                "shellcode" hassuffix "shell" => false
                """);
    }

    @Test
    void anyAndAllTakeListsAndArrays() {
        Expressions.hold("""
                "cmd /c whoami" has_any ("ps", "whoami") => true
                "cmd /c whoami" has_any (dynamic(["ps", "ls"])) => false
                "cmd /c whoami" has_all ("cmd", "whoami") => true
                "cmd /c whoami" has_all ("cmd", "ps") => false
                "B" in~ ("a", "b") => true
                "B" in ("a", "b") => false
                3 in (dynamic([1, [2, 3]])) => true
                """);
    }

    @Test
    void caseIsFoldedOutsideOfAsciiOnlyWhereThatIsCertain() {
        Expressions.hold("""
                "ÄPFEL" contains "äpfel" => true
                "ÄPFEL" =~ "äpfel" => true
                "ﬀ" =~ "FF" => false
                "\u212A" =~ "k" => KR001
                "naïve—text" has "text" => KR001
                "naïve text" has_any ("x", "TEXT") => true
                "ÄPFEL and pears" has_any ("x", "äpfel") => true
                "PEARS" has_all ("pears", "") => true
                "\u212A" has_any ("x", "k") => KR001
                """);
    }

    @Test
    void dynamicValuesAreMatchedAsTheirText() {
        Expressions.hold("""
                dynamic({"user":"ann"}) has "ann" => true
                dynamic(["x", "yz"]) contains "yz" => true
                """);
    }

    @Test
    void aPatternThatDoesNotBeginOrEndWithATermIsCertainOnlyBetweenTerms() {
        Expressions.hold("""
                "see .docx files" has ".docx" => true
                "report.docx" has ".docx" => KR001
                "report.docx" has ".xlsx" => false
                "c:/temp" has "c:/" => KR001
                "c:/ temp" has "c:/" => true
                """);
    }
}
