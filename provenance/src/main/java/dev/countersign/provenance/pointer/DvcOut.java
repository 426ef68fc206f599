package dev.countersign.provenance.pointer;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One file or folder that DVC keeps outside of git.
 *
 * @param path where it is checked out, relative to the folder of the file that says so, with {@code
 *     /}
 * @param md5 32 lower-case hexadecimal digits; of a folder the MD5 of its listing. Whoever wants to
 *     can make other data with the same MD5, so it recognises an accident and proves nothing
 * @param folder whether it is a folder
 * @param asText whether line ends of texts were unified before the MD5 was taken, as DVC 2 did
 * @param bytes how long it is, where that is said
 */
public record DvcOut(
    String path, Optional<String> md5, boolean folder, boolean asText, OptionalLong bytes) {}
