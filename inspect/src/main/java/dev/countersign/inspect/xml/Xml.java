package dev.countersign.inspect.xml;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.BytesStream;
import dev.countersign.inspect.bytes.Lie;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.MissingResourceException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads documents as streams. No document type is read, no entity is replaced, nothing is fetched.
 */
public final class Xml {
  private static final int DEEPEST = 500;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private Xml() {}

  /** Whether a document begins with an element of this name. */
  public static boolean begins(Artefact artefact, String root) throws IOException {
    byte[] head = artefact.head();
    for (int i = 0; i < Math.min(head.length, 64); i++) {
      if (head[i] == '<') {
        return Doctype.of(artefact).root().equals(root);
      }
      if (head[i] > ' ') {
        return false;
      }
    }
    return false;
  }

  /**
   * Hands on all of a document, and reports what its document type does.
   *
   * @throws Broken if it is no XML; where a document type may be the cause, its finding says more
   */
  public static void read(Artefact artefact, Examination examination, XmlHandler handler)
      throws Broken, IOException {
    Doctype before = Doctype.of(artefact);
    before.tell(examination);
    try {
      walk(characters(artefact, examination), examination, handler);
    } catch (XMLStreamException wrong) {
      if (!before.doctype().contains("<!ENTITY")) {
        int at = wrong.getLocation() == null ? 0 : wrong.getLocation().getCharacterOffset();
        throw new Broken(Math.max(0, at), "no XML: " + firstLine(wrong));
      }
    } catch (MissingResourceException noWords) {
      // The reader of the JDK lacks the words for some limits that a document type exceeds.
      throw new Broken(0, "no XML that the reader has words for");
    }
  }

  private static Reader characters(Artefact artefact, Examination examination) throws IOException {
    Encoding encoding = Encoding.of(artefact.head());
    encoding.odd().ifPresent(name -> examination.report(XmlRules.ENCODING, 0, name));
    Reader characters =
        new BufferedReader(
            new InputStreamReader(new BytesStream(artefact.bytes()), encoding.charset()));
    characters.mark(1);
    if (characters.read() != BYTE_ORDER_MARK) {
      characters.reset();
    }
    return characters;
  }

  private static void walk(Reader characters, Examination examination, XmlHandler handler)
      throws XMLStreamException, Broken, IOException {
    XMLStreamReader reader = factory().createXMLStreamReader(characters);
    int depth = 0;
    while (reader.hasNext()) {
      int event = reader.next();
      long at = reader.getLocation().getCharacterOffset();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          handler.begins(reader.getLocalName(), attributes(reader), at);
          if (++depth > DEEPEST) {
            throw new Lie(at, "elements nest deeper than %,d".formatted(DEEPEST));
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          handler.ends(reader.getLocalName());
          depth--;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            handler.text(reader.getText(), at);
        case XMLStreamConstants.PROCESSING_INSTRUCTION -> instruction(reader, at, examination);
        default -> {}
      }
    }
  }

  private static void instruction(XMLStreamReader reader, long at, Examination examination) {
    if (reader.getPITarget().equals("xml-stylesheet")) {
      examination.report(XmlRules.STYLESHEET, at, reader.getPIData());
    }
  }

  private static Map<String, String> attributes(XMLStreamReader reader) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return attributes;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty("jdk.xml.maxElementDepth", 2 * DEEPEST);
    factory.setProperty("jdk.xml.elementAttributeLimit", 10_000);
    factory.setXMLResolver((_, _, _, _) -> new ByteArrayInputStream(new byte[0]));
    return factory;
  }

  private static String firstLine(XMLStreamException wrong) {
    return String.valueOf(wrong.getMessage()).lines().reduce((_, last) -> last).orElse("");
  }
}
