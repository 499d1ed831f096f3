package dev.kqlift.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OperatorTextTest {
    @Test
    void linesBecomeOne() {
        assertThat(OperatorText.fold("  where  A == 1\r\n\t and B\u00A0== 2 \n"))
                .isEqualTo("where A == 1 and B == 2");
        assertThat(OperatorText.fold("a\u200B\u2003b\uFEFF")).isEqualTo("a b");
        assertThat(OperatorText.fold("")).isEmpty();
        assertThat(OperatorText.fold(" \n// only a comment")).isEmpty();
    }

    @Test
    void aCommentIsDroppedAndStillPartsWords() {
        assertThat(OperatorText.fold("where A// first\nand B // last")).isEqualTo("where A and B");
        assertThat(OperatorText.fold("a\n#directive \"x\nb '#c'")).isEqualTo("a b '#c'");
        assertThat(OperatorText.fold("a // \"not a text\nb // it's\rc")).isEqualTo("a b c");
    }

    @Test
    void slashesAndSpacesInsideLiteralsStay() {
        assertThat(OperatorText.fold("has  \"http://a  b\"  // c")).isEqualTo("has \"http://a  b\"");
        assertThat(OperatorText.fold("has 'it\\'s  // x'  y")).isEqualTo("has 'it\\'s  // x' y");
        assertThat(OperatorText.fold("h\"//  s\"  z")).isEqualTo("h\"//  s\" z");
        assertThat(OperatorText.fold("```a\n  // b```  c")).isEqualTo("```a\n  // b``` c");
        assertThat(OperatorText.fold("~~~a\n  // b~~~  c")).isEqualTo("~~~a\n  // b~~~ c");
    }

    @Test
    void aBackslashEndsNoVerbatimLiteral() {
        assertThat(OperatorText.fold("@\"C:\\\"  // path")).isEqualTo("@\"C:\\\"");
        assertThat(OperatorText.fold("h@'a\\'  // b")).isEqualTo("h@'a\\'");
        assertThat(OperatorText.fold("@\"a \"\"  //b\"  c")).isEqualTo("@\"a \"\"  //b\" c");
    }

    @Test
    void aLiteralThatIsNotClosedEndsWithItsLine() {
        assertThat(OperatorText.fold("a \"b  c\n  d // e")).isEqualTo("a \"b  c d");
        assertThat(OperatorText.fold("a \"b\\")).isEqualTo("a \"b\\");
        assertThat(OperatorText.fold("a @\"b  c\n  d")).isEqualTo("a @\"b  c d");
        assertThat(OperatorText.fold("a @'b  c\n  d'")).isEqualTo("a @'b  c d'");
        assertThat(OperatorText.fold("```a  b")).isEqualTo("```a  b");
    }
}
