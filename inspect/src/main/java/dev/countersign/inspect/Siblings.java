package dev.countersign.inspect;

import java.io.IOException;
import java.util.Optional;

/** What stands beside an artefact: other members of its archive, or files in its folder. */
@FunctionalInterface
public interface Siblings {
  /** Nothing does. */
  Siblings NONE = (_, _) -> Optional.empty();

  /**
   * An artefact by its path.
   *
   * @param of the name of the artefact that asks, in what holds both
   * @param path relative to that artefact's folder
   * @return empty where there is none, or where the path would leave what holds both
   */
  Optional<Artefact> beside(String of, String path) throws IOException;
}
