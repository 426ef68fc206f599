package dev.countersign.inspect.zip;

import dev.countersign.inspect.Rule;

/** What can be found in a zip. */
final class ZipRules {
  private static final String READINGS =
      "Loaders and scanners read different things out of the same file, so that what was checked is"
          + " not what is loaded.";
  private static final String ANEW =
      "Unpack what you trust, pack it anew with one program, and find out who made this one.";
  private static final String UNPACKED =
      "Whoever unpacks it by a program that does not check writes outside of the folder.";

  static final Rule UNREADABLE =
      Rule.error(
          "zip-member-unreadable",
          "A member cannot be read here.",
          "A loader may fail on it, or read it in another way than this inspection did.",
          "Make the archive anew from what belongs into it.");

  static final Rule HEADERS =
      Rule.suspicious(
              "zip-headers-differ",
              "The central directory and the header before the content tell different things.",
              READINGS,
              ANEW)
          .see("CWE-436", "CVE-2025-1944");

  static final Rule DUPLICATE =
      Rule.suspicious(
              "zip-duplicate",
              "Several members have the same name and different content.",
              "Python's zipfile takes the last of them, others the first.",
              ANEW)
          .see("CWE-436");

  static final Rule HIDDEN =
      Rule.suspicious(
              "zip-hidden-member",
              "A member stands in the file that the central directory does not name.",
              "Loaders that read from the front see it, those that read the directory do not.",
              ANEW)
          .see("CWE-436");

  static final Rule DIRECTORIES =
      Rule.suspicious(
              "zip-several-directories",
              "There is more than one central directory, or end of one.",
              READINGS,
              ANEW)
          .see("CWE-436");

  static final Rule DIRECTORY =
      Rule.suspicious(
              "zip-directory",
              "The central directory is not what its end record announces.",
              READINGS,
              ANEW)
          .see("CWE-436");

  static final Rule PREFIX =
      Rule.suspicious(
              "zip-prefix",
              "Something else stands before the archive.",
              "A loader that reads from the front takes the file for something else: torch.load"
                  + " unpickles what stands there.",
              "Cut off what stands before the first member, and find out what it was for.")
          .see("CWE-436");

  static final Rule TRAILING =
      Rule.suspicious(
              "zip-trailing",
              "Something else stands behind the archive.",
              "Some loaders refuse it, some pass over it, some take it for the archive.",
              "Cut it off, and find out what it was for.")
          .see("CWE-436");

  static final Rule GAP =
      Rule.note(
          "zip-gap",
          "Bytes stand between members that belong to none.",
          "Loaders pass over them.",
          "Pack it anew with one program.");

  static final Rule CRC =
      Rule.suspicious(
              "zip-crc",
              "A checksum does not fit its member.",
              "PyTorch loads it all the same; scanners that check stop before they saw it.",
              "Get it anew from where it was made, and compare its digest.")
          .see("CWE-354", "CVE-2025-10156");

  static final Rule ENCRYPTED =
      Rule.error(
          "zip-encrypted",
          "A member is encrypted.",
          "What is in it was not looked at.",
          "Decrypt it, and inspect what is inside.");

  static final Rule FALSE_ENCRYPTION =
      Rule.suspicious(
              "zip-encryption-flag",
              "A member says that it is encrypted, and is not.",
              "Python's zipfile refuses it, so a scanner stops; a loader that does not look at the"
                  + " flag loads it.",
              ANEW)
          .see("CWE-436", "CVE-2025-1945");

  static final Rule VERSION =
      Rule.suspicious(
              "zip-version",
              "A member says that it needs a version of zip that does not exist.",
              "Python's zipfile refuses it, so a scanner stops; other loaders read on.",
              ANEW)
          .see("CWE-436");

  static final Rule PATH =
      Rule.suspicious("zip-path", "A member's name leaves the archive's folder.", UNPACKED, ANEW)
          .see("CWE-22", "CWE-23");

  static final Rule LINK =
      Rule.suspicious(
              "zip-link",
              "A symbolic link leaves the archive's folder.",
              UNPACKED,
              "Replace the link by what it should point to.")
          .see("CWE-59");

  static final Rule NAME =
      Rule.suspicious(
              "zip-name",
              "A member's name shows as something else than it is.",
              "What a person or a scanner reads is not the name by which it is unpacked or loaded.",
              ANEW)
          .see("CWE-451");

  static final Rule SIZE =
      Rule.suspicious(
              "zip-size",
              "A member expands to another size than it announces.",
              "Loaders that believe the size read less than those that read to the end.",
              ANEW)
          .see("CWE-130");

  static final Rule RATIO =
      Rule.suspicious(
              "zip-ratio",
              "A member expands to hundreds of times its size.",
              "Whatever unpacks it may run out of memory or disk.",
              "Ask who made it why; weights do not compress like this.")
          .see("CWE-409");

  static final Rule OVERLAP =
      Rule.suspicious(
              "zip-overlap",
              "Members overlap: the same bytes are part of several.",
              "It unpacks to much more than it holds, or to something else by each loader.",
              ANEW)
          .see("CWE-409", "CVE-2019-13232");

  static final Rule SOFTWARE =
      Rule.note(
          "zip-software",
          "It is a package of software, not a model: its code was not judged.",
          "Its code runs once it is installed and imported.",
          "Treat it as a dependency: pin its digest, and check it as dependencies are checked.");

  private ZipRules() {}
}
