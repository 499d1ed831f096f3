package dev.kqlift.evaluation;

import dev.kqlift.types.Value;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** {@code parse_xml()}: elements as bags, attributes with an {@code @}, text beside them as {@code #text}. */
final class XmlText {
    private static final int LONGEST = 1_048_576;

    private XmlText() {}

    /** The value of a text; null where it is not XML. */
    static Value parse(Arguments a) {
        String text = a.text(0);
        if (text.length() > LONGEST) {
            return a.none();
        }
        if (text.contains("<!DOCTYPE") || text.matches("(?s).*<([^\\s>/]+)\\s*></\\1\\s*>.*")) {
            // An empty element may be null or an empty text, by how it is written.
            throw a.refuse("the XML has a document type or an empty element with two tags");
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            Value root = Nulls.DYNAMIC;
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    root = new Value.Bag(Map.of(reader.getLocalName(), element(a, reader)));
                }
            }
            return root;
        } catch (XMLStreamException notXml) {
            return a.none();
        }
    }

    private static Value element(Arguments a, XMLStreamReader reader) throws XMLStreamException {
        Map<String, List<Value>> children = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            children.put("@" + reader.getAttributeLocalName(i), List.of(new Value.Text(reader.getAttributeValue(i))));
        }
        while (true) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return value(children);
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = reader.getLocalName();
                children.computeIfAbsent(name, key -> new ArrayList<>()).add(element(a, reader));
            } else if (event == XMLStreamConstants.CHARACTERS && !reader.isWhiteSpace()) {
                addText(a, reader.getText(), children);
            }
        }
    }

    private static void addText(Arguments a, String text, Map<String, List<Value>> children) {
        if (!text.equals(text.strip()) || children.containsKey("#text")) {
            throw a.refuse("a text of the XML has blanks at its ends, or is parted by elements");
        }
        children.put("#text", List.of(new Value.Text(text)));
    }

    private static Value value(Map<String, List<Value>> children) {
        if (children.isEmpty()) {
            return Nulls.DYNAMIC;
        }
        List<Value> text = children.get("#text");
        if (children.size() == 1 && text != null) {
            return text.get(0);
        }
        Map<String, Value> entries = new LinkedHashMap<>();
        children.forEach(
                (name, values) -> entries.put(name, values.size() == 1 ? values.get(0) : new Value.Array(values)));
        return new Value.Bag(entries);
    }
}
