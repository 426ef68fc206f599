package dev.countersign.provenance.follow;

import dev.countersign.provenance.Entry;
import dev.countersign.provenance.EntryName;
import dev.countersign.provenance.MalformedMetadata;
import dev.countersign.provenance.pointer.Claim;
import dev.countersign.provenance.pointer.Pointers;
import dev.countersign.provenance.pointer.Target;
import dev.countersign.provenance.record.FileReading;
import dev.countersign.provenance.record.Recorder;
import dev.countersign.provenance.record.Recording;
import dev.countersign.provenance.record.RecordingFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Follows the pointer files of Git LFS and DVC in a dataset. Nothing is fetched. Data that is here
 * is read, wherever it is, and compared with what its pointer says; where it is not here, what the
 * pointer says is kept apart from what was read.
 */
public final class Following {
  private final Path base;
  private final Path repository;
  private final Pointers pointers;
  private final FileReading reading;
  private final Map<String, Found> files = new TreeMap<>(EntryName.ORDER);
  private final Set<String> links = new TreeSet<>();

  private Following(Recorder recorder, Path repository) {
    Path root = recorder.root().toAbsolutePath().normalize();
    base = Files.isDirectory(root) ? root : root.resolveSibling("");
    this.repository = repository.toAbsolutePath().normalize();
    pointers = new Pointers(this.repository);
    reading = new FileReading(recorder.tables(), recorder.progress());
  }

  /**
   * Follows all pointers among the files that were read.
   *
   * @param recorder that read them
   * @param repository outside of which nothing is looked for
   * @throws RecordingFailed if a pointer is malformed or leads out of the root, or data cannot be
   *     read
   */
  public static Followed follow(Recording read, Recorder recorder, Path repository)
      throws RecordingFailed {
    return follow(read, recorder, repository, List.of());
  }

  /**
   * The same, and looks for pointers that name some files, also where they were not among those
   * that were read: {@code NAME.dvc}, that of a folder above, and {@code dvc.lock} of every folder
   * above.
   *
   * @param wanted the names of files; those that were read are not looked for
   */
  public static Followed follow(
      Recording read, Recorder recorder, Path repository, Collection<String> wanted)
      throws RecordingFailed {
    Following following = new Following(recorder, repository);
    following.start(read);
    for (String pointer : read.pointers()) {
      following.pointer(pointer);
    }
    following.look(wanted);
    return new Followed(List.copyOf(following.files.values()), List.copyOf(following.links));
  }

  private void start(Recording read) {
    for (Entry entry : read.manifest().entries()) {
      files.put(entry.name(), new Found.Data(entry));
    }
    links.addAll(read.links());
  }

  private void pointer(String name) throws RecordingFailed {
    Path file = base.resolve(name);
    Optional<List<Target>> targets = targets(file);
    if (targets.isEmpty()) {
      return; // Data that only begins as a pointer does.
    }
    files.remove(name);
    for (Target target : targets.get()) {
      if (!target.place().startsWith(base)) {
        throw new RecordingFailed(
            "%s stands for %s, which is outside of %s. Name a folder above both: --root DIR"
                .formatted(file, target.place(), base));
      }
      put(target);
    }
  }

  /** Pointers that were not among what was read may still say what became of a file. */
  private void look(Collection<String> wanted) throws RecordingFailed {
    Set<String> missing = new TreeSet<>(EntryName.ORDER);
    wanted.stream().filter(name -> !files.containsKey(name)).forEach(missing::add);
    for (Path candidate : new Candidates(base, repository).of(missing)) {
      for (Target target : targets(candidate).orElse(List.of())) {
        if (target.place().startsWith(base)) {
          found(target, missing);
        }
      }
    }
  }

  private void found(Target target, Set<String> missing) throws RecordingFailed {
    String name = name(target.place());
    if (missing.contains(name)) {
      put(target);
    } else if (target instanceof Target.Absent(_, Claim claim)) {
      // Of a folder, whose listing is not here, nobody can say what is in it.
      missing.stream()
          .filter(file -> file.startsWith(name + "/"))
          .forEach(file -> files.putIfAbsent(file, new Found.Absent(file, claim.ofFolder())));
    }
  }

  private Optional<List<Target>> targets(Path file) throws RecordingFailed {
    try {
      return pointers.follow(file);
    } catch (MalformedMetadata malformed) {
      throw new RecordingFailed(
          "%s: %s. Repair it, or leave it out of what you name."
              .formatted(file, malformed.detail()),
          malformed);
    } catch (IOException unreadable) {
      throw new RecordingFailed(file + " cannot be read. Make it readable.", unreadable);
    }
  }

  private void put(Target target) throws RecordingFailed {
    String name = name(target.place());
    switch (target) {
      case Target.Here here -> {
        files.put(name, behind(name, here));
        links.remove(name);
      }
      case Target.Absent(_, Claim claim) ->
          files.put(
              name,
              claim
                  .entry(name)
                  .<Found>map(entry -> new Found.Claimed(entry, claim))
                  .orElseGet(() -> new Found.Absent(name, claim)));
    }
  }

  private Found behind(String name, Target.Here here) throws RecordingFailed {
    try {
      Path bytes = here.bytes().toRealPath();
      // What is checked out was read with all other files.
      Entry entry =
          files.get(name) instanceof Found.Data(Entry read) && here.bytes().equals(here.place())
              ? read
              : reading.read(bytes, name, Files.size(bytes));
      return new Found.Behind(entry, here.claim(), bytes, here.claim().broken(entry, bytes));
    } catch (IOException | RecordingFailed unreadable) {
      throw new RecordingFailed(
          "%s cannot be read. Fetch it anew: %s pull".formatted(name, here.claim().tool()),
          unreadable);
    }
  }

  private String name(Path place) {
    return base.relativize(place).toString().replace('\\', '/');
  }
}
