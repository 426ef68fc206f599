package dev.countersign.provenance.pointer;

import dev.countersign.attest.json.MalformedJson;
import dev.countersign.attest.json.StrictJson;
import dev.countersign.provenance.EntryName;
import dev.countersign.provenance.MalformedMetadata;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Finds what DVC checked out or keeps in {@code .dvc/cache}, by MD5. */
final class DvcCache {
  private static final int LARGEST_LISTING = 32 << 20;
  private static final int MOST_FILES = 1_000_000;

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

  /** The files of a folder, whose listing has to be in the cache and to have the MD5 it should. */
  private void folder(Path pointer, Path place, DvcOut out, List<Target> targets)
      throws IOException, MalformedMetadata {
    Optional<Path> listing = cached(out.md5(), ".dir").filter(this::isInside).findFirst();
    if (listing.isEmpty()) {
      targets.add(new Target.Absent(place, Claim.of(pointer, out)));
      return;
    }
    byte[] content = listing(listing.get(), out);
    for (DvcOut file : files(content, out)) {
      targets.add(file(place.resolve(file.path()), Claim.of(pointer, file)));
    }
  }

  private static byte[] listing(Path file, DvcOut out) throws IOException, MalformedMetadata {
    if (Files.size(file) > LARGEST_LISTING) {
      throw new MalformedMetadata("the listing of " + out.path() + " is larger than 32 MiB");
    }
    byte[] content = Files.readAllBytes(file);
    if (!Optional.of(Md5.of(content)).equals(out.md5())) {
      throw new MalformedMetadata(
          "the listing of %s in the cache is not the one it names; dvc fetch brings it anew"
              .formatted(out.path()));
    }
    return content;
  }

  private static List<DvcOut> files(byte[] content, DvcOut folder) throws MalformedMetadata {
    JsonNode files = array(content, folder.path());
    if (files.size() > MOST_FILES) {
      throw new MalformedMetadata("the listing of " + folder.path() + " names too many files");
    }
    List<DvcOut> found = new ArrayList<>();
    for (JsonNode file : files) {
      found.add(file(file, folder));
    }
    return found;
  }

  private static DvcOut file(JsonNode file, DvcOut folder) throws MalformedMetadata {
    String path = file.path("relpath").asString("");
    String md5 = file.path("md5").asString("");
    if (EntryName.problem(path).isPresent() || !md5.matches("[0-9a-f]{32}")) {
      throw new MalformedMetadata(
          "the listing of %s has a file without a name or an MD5".formatted(folder.path()));
    }
    return new DvcOut(path, Optional.of(md5), false, folder.asText(), OptionalLong.empty());
  }

  /** Our reader of JSON wants an object around. */
  private static JsonNode array(byte[] content, String path) throws MalformedMetadata {
    String wrapped = "{\"files\":" + new String(content, StandardCharsets.UTF_8) + "}";
    try {
      JsonNode files = StrictJson.object(wrapped.getBytes(StandardCharsets.UTF_8)).path("files");
      if (files.isArray()) {
        return files;
      }
    } catch (MalformedJson malformed) {
      throw new MalformedMetadata("the listing of " + path + " is no JSON");
    }
    throw new MalformedMetadata("the listing of " + path + " is no list");
  }
}
