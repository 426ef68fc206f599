package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.tree.Source;
import dev.countersign.model.yaml.YamlNode;
import dev.countersign.model.yaml.YamlNode.Entry;
import dev.countersign.model.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Compose files: services that are built here, servers of models, stores. */
public final class ComposeDetector implements Detector {
  @Override
  public boolean wants(Source source) {
    boolean yaml = source.extension().equals("yml") || source.extension().equals("yaml");
    return yaml
        && (source.name().startsWith("docker-compose") || source.name().startsWith("compose"));
  }

  @Override
  public void detect(Source source, Findings findings) {
    for (Mapping document : Yaml.documents(source)) {
      for (Entry service : Yaml.entries(document, "services")) {
        service(service, source, findings);
      }
    }
  }

  private static void service(Entry service, Source source, Findings findings) {
    String name = service.key().text();
    int line = Yaml.line(service.key());
    String image = Yaml.text(service.value(), "image");
    Optional<String> context = context(service.value(), source.folder());
    if (context.isPresent()) {
      findings
          .at(What.SERVICE, name, line)
          .with(Detail.BUILT_FROM, context.get().isEmpty() ? "." : context.get())
          .sure();
    } else if (!image.isEmpty()) {
      Containers.add(name, image, words(service.value()), line, findings);
    }
  }

  private static Optional<String> context(YamlNode service, String folder) {
    String bare = Yaml.text(service, "build");
    String context = bare.isEmpty() ? Yaml.text(service, "build", "context") : bare;
    return Optional.of(context)
        .filter(path -> !path.isEmpty() && !path.contains("..") && !path.contains("$"))
        .map(path -> join(folder, path.startsWith("./") ? path.substring(2) : path));
  }

  private static String join(String folder, String path) {
    String bare =
        path.equals(".") ? "" : path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return folder.isEmpty() || bare.isEmpty() ? folder + bare : folder + "/" + bare;
  }

  private static List<String> words(YamlNode service) {
    List<String> words = new ArrayList<>();
    for (String text : Yaml.texts(service, "command")) {
      words.addAll(Arrays.asList(text.split("\\s+", 40)));
    }
    words.addAll(Yaml.texts(service, "environment"));
    for (Entry variable : Yaml.entries(service, "environment")) {
      words.add(variable.key().text() + "=" + Yaml.scalar(variable.value()));
    }
    return words;
  }
}
