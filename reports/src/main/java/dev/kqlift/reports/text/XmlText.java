package dev.kqlift.reports.text;

/** Text that XML can carry: what it forbids, and what could move a cursor, is made visible. */
public final class XmlText {
    private XmlText() {}

    /** The text for content and for attributes in double quotes. */
    public static String of(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (char c : Printable.block(text).toCharArray()) {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n' -> out.append("&#10;");
                case '\t' -> out.append("&#9;");
                default -> out.append(c == '\ufffe' || c == '\uffff' ? '\ufffd' : c);
            }
        }
        return out.toString();
    }
}
