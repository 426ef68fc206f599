package dev.countersign.inspect.xml;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.BytesStream;
import dev.countersign.inspect.bytes.Lie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads documents as streams. No document type is read, no entity is replaced, nothing is fetched. */
public final class Xml {
  private static final int DEEPEST = 500;

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
      walk(artefact, examination, handler, before);
    } catch (XMLStreamException wrong) {
      if (before.doctype().contains("<!ENTITY")) {
        return;
      }
      int at = wrong.getLocation() == null ? 0 : wrong.getLocation().getCharacterOffset();
      throw new Broken(Math.max(0, at), "no XML: " + firstLine(wrong));
    }
  }

  private static void walk(
      Artefact artefact, Examination examination, XmlHandler handler, Doctype before)
      throws XMLStreamException, Broken, IOException {
    XMLStreamReader reader = factory().createXMLStreamReader(new BytesStream(artefact.bytes()));
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
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> handler.text(reader.getText(), at);
        case XMLStreamConstants.DTD -> {
          if (before.doctype().isEmpty()) {
            examination.report(XmlRules.HIDDEN, at, "a document type");
          }
        }
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
