package dev.countersign.discover.detect;

import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.lexicon.Ecosystem;
import dev.countersign.discover.tree.Source;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** {@code pom.xml}. */
public final class PomDetector implements Detector {
  private static final int DEEPEST = 64;

  @Override
  public boolean wants(Source source) {
    return source.name().equals("pom.xml");
  }

  @Override
  public void detect(Source source, Findings findings) {
    Reading reading = new Reading(findings);
    try {
      reading.read(Xml.reader(source.text()));
    } catch (XMLStreamException broken) {
      reading.done();
    }
  }

  private static final class Reading {
    private final Findings findings;
    private final Dependencies dependencies;
    private final Deque<String> path = new ArrayDeque<>();
    private String group = "";
    private String artifact = "";
    private String name = "";
    private String purpose = "";
    private int purposeLine;

    Reading(Findings findings) {
      this.findings = findings;
      this.dependencies = new Dependencies(Ecosystem.JVM, findings);
    }

    void read(XMLStreamReader xml) throws XMLStreamException {
      while (xml.hasNext() && path.size() < DEEPEST) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> path.addLast(xml.getLocalName());
          case XMLStreamConstants.CHARACTERS -> text(xml);
          case XMLStreamConstants.END_ELEMENT -> end(xml);
          default -> {}
        }
      }
      done();
    }

    private void text(XMLStreamReader xml) {
      String text = xml.getText().strip();
      switch (String.join("/", path)) {
        case "project/artifactId" -> name = name + text;
        case "project/description" -> {
          purpose = purpose + text;
          purposeLine = xml.getLocation().getLineNumber();
        }
        default -> dependency(text);
      }
    }

    private void dependency(String text) {
      String last = path.isEmpty() ? "" : path.getLast();
      if (last.equals("groupId")) {
        group = group + text;
      } else if (last.equals("artifactId")) {
        artifact = artifact + text;
      }
    }

    private void end(XMLStreamReader xml) {
      String ended = path.isEmpty() ? "" : path.removeLast();
      if (ended.equals("dependency")) {
        dependencies.add(group + ":" + artifact, xml.getLocation().getLineNumber(), false);
      }
      if (ended.equals("dependency") || ended.equals("plugin") || ended.equals("parent")) {
        group = "";
        artifact = "";
      }
    }

    void done() {
      Dependencies.unit(findings, name);
      Dependencies.project(findings, name, purpose, purposeLine);
    }
  }
}
