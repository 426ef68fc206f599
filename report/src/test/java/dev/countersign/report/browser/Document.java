package dev.countersign.report.browser;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * An HTML page read as XML, which our templates write well-formed: what every page has to keep, in
 * a form that runs anywhere. The Nu checker sees more and runs where there is one.
 */
public final class Document {
  private final org.w3c.dom.Document dom;

  private Document(org.w3c.dom.Document dom) {
    this.dom = dom;
  }

  /** Reads a page; fails where it is not well-formed. */
  public static Document of(String html) {
    // What HTML reads otherwise than XML: an attribute without a value, and scripts.
    String xml =
        html.strip()
            .replaceFirst("(?i)^<!doctype html>", "")
            .replace(" open>", " open=\"\">")
            .replace("<script>", "<script><![CDATA[")
            .replace("</script>", "]]></script>");
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new Document(
          factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml))));
    } catch (SAXException | ParserConfigurationException malformed) {
      throw new AssertionError("not well-formed: " + malformed.getMessage(), malformed);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Everything that is wrong with the structure of the page, a line each. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    once(faults, "h1", "main", "title");
    headings(faults);
    ids(faults);
    tables(faults);
    fields(faults);
    if (dom.getDocumentElement().getAttribute("lang").isEmpty()) {
      faults.add("html has no lang");
    }
    return faults;
  }

  /** All elements of that name. */
  public Stream<Element> all(String name) {
    NodeList found = dom.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
  }

  /** The targets of all links. */
  public List<String> links() {
    return all("a").map(link -> link.getAttribute("href")).distinct().toList();
  }

  /** The names of all attributes in use. */
  public Set<String> attributes() {
    Set<String> names = new HashSet<>();
    all("*")
        .forEach(element -> {
          for (int i = 0; i < element.getAttributes().getLength(); i++) {
            names.add(element.getAttributes().item(i).getNodeName());
          }
        });
    return names;
  }

  /** All text of the body. */
  public String text() {
    return all("body").map(Element::getTextContent).findFirst().orElse("");
  }

  private void once(List<String> faults, String... names) {
    for (String name : names) {
      long count = all(name).filter(it -> !inPicture(it)).count();
      if (count != 1) {
        faults.add(count + " elements " + name + ", not one");
      }
    }
  }

  private static boolean inPicture(Element element) {
    for (var node = element.getParentNode(); node instanceof Element e; node = e.getParentNode()) {
      if (e.getTagName().equals("svg")) {
        return true;
      }
    }
    return false;
  }

  private void headings(List<String> faults) {
    int last = 0;
    for (Element element : all("*").filter(it -> it.getTagName().matches("h[1-6]")).toList()) {
      int level = element.getTagName().charAt(1) - '0';
      if (level > last + 1) {
        faults.add("h" + level + " after h" + last + ": " + element.getTextContent());
      }
      last = level;
    }
  }

  private void ids(List<String> faults) {
    Set<String> ids = new HashSet<>();
    all("*")
        .map(element -> element.getAttribute("id"))
        .filter(id -> !id.isEmpty() && !ids.add(id))
        .forEach(id -> faults.add("the id " + id + " stands twice"));
    links().stream()
        .filter(link -> link.startsWith("#") && !ids.contains(link.substring(1)))
        .forEach(link -> faults.add("the link " + link + " leads nowhere"));
    all("*")
        .flatMap(element ->
            Stream.of(element.getAttribute("aria-labelledby").split(" "))
                .filter(id -> !id.isEmpty() && !ids.contains(id)))
        .forEach(id -> faults.add("the label " + id + " is missing"));
  }

  private void tables(List<String> faults) {
    all("table")
        .filter(table -> table.getElementsByTagName("caption").getLength() != 1)
        .forEach(table -> faults.add("a table without a caption"));
    all("th")
        .filter(cell -> cell.getAttribute("scope").isEmpty())
        .forEach(cell -> faults.add("th without scope: " + cell.getTextContent()));
  }

  private void fields(List<String> faults) {
    Set<String> labelled = new HashSet<>(all("label").map(it -> it.getAttribute("for")).toList());
    Stream.concat(all("input"), all("select"))
        .filter(field -> !labelled.contains(field.getAttribute("id")))
        .forEach(field -> faults.add("a field without a label"));
  }
}
