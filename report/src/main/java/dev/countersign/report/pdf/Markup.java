package dev.countersign.report.pdf;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads HTML that is also well-formed XML, as our templates write it. No document type is read:
 * with it go entities and every other way in which a document can name a file.
 */
final class Markup {
  private static final String DOCTYPE = "<!doctype html>";

  private Markup() {}

  /**
   * The document, with every character that no font has written by its number.
   *
   * @throws IllegalArgumentException if the text is not well-formed, which is an error of a
   *     template
   */
  static Document parse(String html) {
    Document document = read(withoutDoctype(html));
    makeDrawable(document);
    return document;
  }

  private static String withoutDoctype(String html) {
    String start = html.stripLeading();
    return start.toLowerCase(Locale.ROOT).startsWith(DOCTYPE)
        ? start.substring(DOCTYPE.length())
        : start;
  }

  private static Document read(String xml) {
    try {
      DocumentBuilder builder = factory().newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new InputSource(new StringReader(xml)));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    } catch (SAXException e) {
      throw new IllegalArgumentException("not well-formed: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory;
  }

  private static void makeDrawable(Node node) {
    if (node instanceof Text text && !isStyle(text.getParentNode())) {
      text.setData(Glyphs.drawable(text.getData()));
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      makeDrawable(child);
    }
  }

  private static boolean isStyle(Node parent) {
    return "style".equals(parent.getLocalName());
  }
}
