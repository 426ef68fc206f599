package dev.countersign.assess.signoff;

import dev.countersign.model.Element;
import java.util.Optional;

/** The bytes behind models and datasets, as far as the file says where they are. */
public interface Artefacts {
  /** What stands for bytes that are not there: a file that was never checked out, or deleted. */
  String ABSENT = "absent";

  /** Where nothing is looked at. */
  Artefacts NONE = element -> Optional.empty();

  /**
   * The digest of what the {@code files} of an element name.
   *
   * @return {@code sha256:…}; {@link #ABSENT} where a pattern matches nothing or the files cannot
   *     be read; empty where the element names no files
   */
  Optional<String> digest(Element element);
}
