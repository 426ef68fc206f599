package dev.countersign.discover.detect;

import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.lexicon.Ecosystem;
import dev.countersign.discover.tree.Source;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.databind.JsonNode;

/**
 * Projects of .NET: {@code *.csproj}, {@code *.fsproj}, {@code Directory.Packages.props}, {@code
 * packages.config}, and {@code packages.lock.json}, of which what is asked for directly.
 */
public final class NugetDetector implements Detector {
  private static final Set<String> PROJECTS = Set.of("csproj", "fsproj", "vbproj");
  private static final Set<String> ELEMENTS =
      Set.of("PackageReference", "PackageVersion", "package");

  @Override
  public boolean wants(Source source) {
    return PROJECTS.contains(source.extension())
        || source.name().equals("Directory.Packages.props")
        || source.name().equals("Directory.Build.props")
        || source.name().equals("packages.config")
        || source.name().equals("packages.lock.json");
  }

  @Override
  public void detect(Source source, Findings findings) {
    Dependencies dependencies = new Dependencies(Ecosystem.NUGET, findings);
    if (PROJECTS.contains(source.extension())) {
      String name = source.name();
      Dependencies.unit(findings, name.substring(0, name.lastIndexOf('.')));
    }
    if (source.extension().equals("json")) {
      Json.json(source).ifPresent(root -> lock(root, source, dependencies));
    } else {
      project(source, dependencies);
    }
  }

  private static void project(Source source, Dependencies dependencies) {
    try {
      XMLStreamReader xml = Xml.reader(source.text());
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && ELEMENTS.contains(xml.getLocalName())) {
          reference(xml, dependencies);
        }
      }
    } catch (XMLStreamException broken) {
      // What was read up to there counts.
      return;
    }
  }

  private static void reference(XMLStreamReader xml, Dependencies dependencies) {
    String version = attribute(xml, "Version").orElse(attribute(xml, "version").orElse(""));
    boolean floats = version.contains("*") || version.contains(",");
    for (String name : new String[] {"Include", "Update", "id"}) {
      attribute(xml, name)
          .ifPresent(id -> dependencies.add(id, xml.getLocation().getLineNumber(), floats));
    }
  }

  private static Optional<String> attribute(XMLStreamReader xml, String name) {
    return Optional.ofNullable(xml.getAttributeValue(null, name));
  }

  private static void lock(JsonNode root, Source source, Dependencies dependencies) {
    for (JsonNode framework : root.path("dependencies")) {
      for (Map.Entry<String, JsonNode> entry : framework.properties()) {
        if (Json.text(entry.getValue(), "type").equals("Direct")) {
          dependencies.add(entry.getKey(), Lines.quoted(source, entry.getKey()), false);
        }
      }
    }
  }
}
