package dev.countersign.inspect.engine;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.policy.ArtefactPolicy;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Every format, and the policy that judges them. Immutable.
 *
 * @param formats by id
 */
public record Engine(List<Format> formats, ArtefactPolicy policy) {
  /** Formats that are found on the class path. */
  public static Engine of(ArtefactPolicy policy) {
    List<Format> found =
        ServiceLoader.load(Format.class, Engine.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(Format::id))
            .toList();
    return new Engine(found, policy);
  }

  /** The ids of all formats, sorted. */
  public static List<String> ids() {
    return of(ArtefactPolicy.USUAL).formats().stream()
        .flatMap(format -> Stream.concat(Stream.of(format.id()), format.closer().stream()))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Looks into an artefact and everything in it.
   *
   * @throws IOException if it cannot be read
   */
  public Inspected inspect(Artefact artefact) throws IOException {
    Found found = new Found(policy);
    new Look(this, found, new Budget(artefact.length()), "", 0).into(artefact);
    return found.inspected(artefact);
  }
}
