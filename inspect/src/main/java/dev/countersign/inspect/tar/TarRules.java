package dev.countersign.inspect.tar;

import dev.countersign.inspect.Rule;

/** What can be found in a tar. */
final class TarRules {
  private static final String UNPACKED =
      "Whoever unpacks it by a program that does not check writes outside of the folder.";
  private static final String ANEW =
      "Unpack what you trust, pack it anew with one program, and find out who made this one.";

  static final Rule BROKEN =
      Rule.error(
          "tar-broken",
          "It cannot be read to its end.",
          "Some programs stop there, some go on after it.",
          "Get it anew from where it was made, and compare its digest.");

  static final Rule PATH =
      Rule.suspicious("tar-path", "A member's name leaves the archive's folder.", UNPACKED, ANEW)
          .see("CWE-22", "CVE-2007-4559");

  static final Rule LINK =
      Rule.suspicious(
              "tar-link",
              "A link leaves the archive's folder.",
              UNPACKED,
              "Replace the link by what it should point to.")
          .see("CWE-59", "CVE-2025-4517");

  static final Rule DEVICE =
      Rule.suspicious(
              "tar-device",
              "A device or pipe is among the members.",
              "Unpacked by an administrator it gives access to hardware, or never ends when read.",
              ANEW)
          .see("CWE-73");

  static final Rule NAME =
      Rule.suspicious(
              "tar-name",
              "A member's name shows as something else than it is.",
              "What a person or a scanner reads is not the name by which it is unpacked or loaded.",
              ANEW)
          .see("CWE-451");

  static final Rule DUPLICATE =
      Rule.note(
          "tar-duplicate",
          "Several members have the same name.",
          "Unpacked, the last is left; some loaders take the first.",
          ANEW);

  static final Rule SIZES =
      Rule.suspicious(
              "tar-sizes-differ",
              "A member's extended header and its own tell different sizes.",
              "Programs that read only one of them see other members than those that read both.",
              ANEW)
          .see("CWE-436", "CVE-2025-62518");

  static final Rule BEHIND =
      Rule.suspicious(
              "tar-behind-end",
              "Something stands behind the end of the archive.",
              "Most programs stop before it; some go on and take it as part of the archive.",
              ANEW)
          .see("CWE-436");

  private TarRules() {}
}
