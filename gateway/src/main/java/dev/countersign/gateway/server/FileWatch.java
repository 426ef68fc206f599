package dev.countersign.gateway.server;

import dev.countersign.gateway.config.GateConfig;
import dev.countersign.gateway.config.GatewayConfig;
import dev.countersign.gateway.config.UpstreamConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether a file that the gateway decides by has changed: the configuration, the trust, the
 * threat model, the profiles. Models are not among them: to hash them at each look would take too
 * long.
 */
final class FileWatch {
  private List<String> seen = List.of();

  /** Whether anything has changed since it was asked last. */
  boolean changed(GatewayConfig config) {
    List<String> now = look(config);
    boolean changed = !now.equals(seen);
    seen = now;
    return changed;
  }

  private static List<String> look(GatewayConfig config) {
    List<String> states = new ArrayList<>();
    states.add(state(config.file()));
    config.trust().ifPresent(file -> states.add(state(file)));
    config.threatModel().ifPresent(file -> states.add(state(file)));
    for (UpstreamConfig upstream : config.upstreams()) {
      upstream.gates().values().stream()
          .map(GateConfig::profile)
          .flatMap(Optional::stream)
          .forEach(file -> states.add(state(file)));
    }
    return states;
  }

  private static String state(Path file) {
    try {
      return file + " " + Files.getLastModifiedTime(file) + " " + Files.size(file);
    } catch (IOException gone) {
      return file + " gone";
    }
  }
}
