package dev.countersign.bom.lock;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * {@code pom.xml}: the dependencies whose version stands in the file itself, directly or by a
 * property. It is no lock file, but Maven has none; what its dependencies ask for is not known.
 */
public final class PomFile implements LockFormat {
  private static final int DEEPEST = 32;
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");
  private static final String DEPENDENCY = "/project/dependencies/dependency";
  private static final String PROPERTIES = "/project/properties/";

  /** Made by {@link java.util.ServiceLoader}. */
  public PomFile() {}

  @Override
  public boolean reads(String name) {
    return name.equals("pom.xml");
  }

  @Override
  public void read(LockText file, Locked locked) throws Unreadable {
    try {
      new Walk(locked).go(reader(file.text()));
    } catch (XMLStreamException broken) {
      throw new Unreadable("it is no XML without a document type");
    }
  }

  private static XMLStreamReader reader(String text) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(new StringReader(text));
  }

  /**
   * Properties stand before dependencies in most files, and where they do not, one more is lost.
   */
  private static final class Walk {
    private final Locked locked;
    private final Deque<String> path = new ArrayDeque<>();
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> dependency = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    Walk(Locked locked) {
      this.locked = locked;
    }

    void go(XMLStreamReader xml) throws XMLStreamException {
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              text.append(xml.getText());
          case XMLStreamConstants.END_ELEMENT -> end();
          default -> {}
        }
      }
    }

    private void start(String name) throws XMLStreamException {
      if (path.size() >= DEEPEST) {
        throw new XMLStreamException("too deep");
      }
      path.addLast(name);
      text.setLength(0);
    }

    private void end() {
      String at = "/" + String.join("/", path);
      String value = text.toString().strip();
      String name = path.removeLast();
      text.setLength(0);
      if (at.startsWith(PROPERTIES)) {
        properties.put(name, value);
      } else if (at.equals("/project/version")) {
        properties.put("project.version", value);
      } else if (at.equals(DEPENDENCY)) {
        add();
      } else if (at.startsWith(DEPENDENCY + "/") && path.size() == 3) {
        dependency.put(name, value);
      }
    }

    private void add() {
      String scope = dependency.getOrDefault("scope", "compile");
      String version = resolved(dependency.getOrDefault("version", ""));
      if (!scope.equals("test") && !version.isEmpty() && !version.matches(".*[\\[\\](),$].*")) {
        String group = resolved(dependency.getOrDefault("groupId", ""));
        locked.add(
            Ecosystem.MAVEN, group + ":" + dependency.getOrDefault("artifactId", ""), version);
      }
      dependency.clear();
    }

    private String resolved(String value) {
      Matcher property = PROPERTY.matcher(value);
      return property.matches() ? properties.getOrDefault(property.group(1), "") : value;
    }
  }
}
