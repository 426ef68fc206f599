package dev.countersign.discover.detect;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML of files that somebody else wrote. */
final class Xml {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private Xml() {}

  /** Entities and DTDs are how XML files read other files or grow without bound. */
  static XMLStreamReader reader(String text) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    boolean marked = text.startsWith(BYTE_ORDER_MARK);
    return factory.createXMLStreamReader(new StringReader(marked ? text.substring(1) : text));
  }
}
