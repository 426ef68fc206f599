package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.code.Shell;
import dev.countersign.discover.tree.Source;
import java.util.List;
import java.util.Locale;

/**
 * Dockerfiles: a folder that is deployed as one, the server of models that it starts from, and what
 * its commands tell.
 */
public final class ImageDetector implements Detector {
  @Override
  public boolean wants(Source source) {
    String name = source.name().toLowerCase(Locale.ROOT);
    return name.startsWith("dockerfile")
        || name.endsWith(".dockerfile")
        || name.equals("containerfile");
  }

  @Override
  public void detect(Source source, Findings findings) {
    findings.whole(What.UNIT, "container").with(Detail.KIND, "container").sure();
    List<String> lines = source.lines();
    for (int i = 0; i < lines.size(); i++) {
      String[] words = lines.get(i).strip().split("\\s+", 8);
      if (words.length > 1 && words[0].equalsIgnoreCase("FROM")) {
        String image = words[1].startsWith("--") && words.length > 2 ? words[2] : words[1];
        Containers.server(Containers.nameOf(image), image, List.of(), i + 1, findings);
      }
    }
    Commands commands = new Commands(findings);
    Shell.commands(Dockerfile.script(lines), 1).forEach(commands::add);
  }
}
