package dev.countersign.provenance.pointer;

import dev.countersign.provenance.MalformedMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what DVC checked out or keeps in {@code .dvc/cache}, by MD5. */
final class DvcCache {
  private final Path repository;

  DvcCache(Path repository) {
    this.repository = repository;
  }

  /** The files behind what a file of DVC names. */
  List<Target> targets(Path pointer, List<DvcOut> outs) throws IOException, MalformedMetadata {
    List<Target> targets = new ArrayList<>();
    for (DvcOut out : outs) {
      Path place = place(pointer, out.path());
      if (out.folder()) {
        folder(pointer, place, out, targets);
      } else {
        targets.add(file(place, Claim.of(pointer, out)));
      }
    }
    return List.copyOf(targets);
  }

  private Path place(Path pointer, String path) throws MalformedMetadata {
    try {
      Path place = pointer.toAbsolutePath().resolveSibling(path).normalize();
      if (path.startsWith("/") || !place.startsWith(repository)) {
        throw new MalformedMetadata("names '" + path + "', which is outside of the repository");
      }
      return place;
    } catch (InvalidPathException noPath) {
      throw new MalformedMetadata("names a path that no file can have");
    }
  }

  private Target file(Path place, Claim claim) {
    return Stream.concat(Stream.of(place), cached(claim.md5(), ""))
        .filter(this::isInside)
        .findFirst()
        .<Target>map(bytes -> new Target.Here(place, claim, bytes))
        .orElseGet(() -> new Target.Absent(place, claim));
  }

  /** A link out of the repository would bring in what nobody meant to record. */
  private boolean isInside(Path file) {
    try {
      return Files.isRegularFile(file) && file.toRealPath().startsWith(repository.toRealPath());
    } catch (IOException unreadable) {
      return false;
    }
  }

  private Stream<Path> cached(Optional<String> md5, String ending) {
    return md5.stream()
        .map(digest -> digest.substring(0, 2) + "/" + digest.substring(2) + ending)
        .flatMap(name ->
            Stream.of(".dvc/cache/files/md5/", ".dvc/cache/")
                .map(cache -> repository.resolve(cache + name)));
  }

  /** The files of a folder, by its listing in the cache or, without one, as it is checked out. */
  private void folder(Path pointer, Path place, DvcOut out, List<Target> targets)
      throws IOException, MalformedMetadata {
    Optional<Path> cached = cached(out.md5(), ".dir").filter(this::isInside).findFirst();
    DvcListing listing = new DvcListing(out);
    Optional<List<DvcOut>> files =
        cached.isPresent() ? Optional.of(listing.cached(cached.get())) : listing.checkedOut(place);
    if (files.isEmpty()) {
      targets.add(new Target.Absent(place, Claim.of(pointer, out)));
      return;
    }
    for (DvcOut file : files.get()) {
      targets.add(file(place.resolve(file.path()), Claim.of(pointer, file)));
    }
  }
}
