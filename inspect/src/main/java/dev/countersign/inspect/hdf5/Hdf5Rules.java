package dev.countersign.inspect.hdf5;

import dev.countersign.inspect.Rule;

/** What can be found in HDF5. */
final class Hdf5Rules {
  static final Rule LEAVES =
      Rule.malicious(
              "hdf5-reaches-out",
              "Something in the file is read from a file elsewhere on this machine.",
              "The content of that file ends up in the weights, and leaves with them.",
              "Do not load it. Weights belong into the file itself.")
          .see("CWE-22", "CWE-73");

  static final Rule EXTERNAL =
      Rule.suspicious(
              "hdf5-external",
              "Something in the file is read from another file beside it.",
              "What is loaded is not what was inspected, signed or hashed.",
              "Store it in the file itself.")
          .see("CWE-73");

  static final Rule VIRTUAL =
      Rule.note(
          "hdf5-virtual",
          "A dataset is put together from other datasets of the same file.",
          "Nothing outside of the file is read.",
          "None is needed.");

  static final Rule CUSTOM_LINK =
      Rule.suspicious(
          "hdf5-custom-link",
          "A name is of a kind that only a registered program resolves.",
          "What it leads to is decided by a plug-in of the reading program.",
          "Store it as a plain link.");

  static final Rule FILTER =
      Rule.note(
          "hdf5-filter",
          "Numbers are packed by a filter that HDF5 loads as a plug-in.",
          "The library looks for the plug-in in the folder that HDF5_PLUGIN_PATH names.",
          "Make sure that only trusted plug-ins are in that folder.");

  static final Rule UNKNOWN_FILTER =
      Rule.suspicious(
              "hdf5-unknown-filter",
              "Numbers are packed by a filter that is not registered.",
              "The library loads native code for it from wherever HDF5_PLUGIN_PATH leads.",
              "Store it with a filter that HDF5 has.")
          .see("CWE-427");

  static final Rule PICKLE =
      Rule.note(
          "hdf5-pickle",
          "An attribute holds a pickle; it was looked at as one.",
          "PyTables and pandas unpickle it as soon as it is read.",
          "See what was found in it.");

  static final Rule OBJECTS =
      Rule.suspicious(
              "hdf5-pickled-objects",
              "A dataset holds pickled objects.",
              "PyTables unpickles each as it is read, and a pickle can run code.",
              "Store numbers and texts instead of objects.")
          .see("CWE-502");

  static final Rule BEFORE =
      Rule.suspicious(
          "hdf5-user-block",
          "Something stands before the HDF5 file.",
          "Another program can take the same file for something else, as a zip, a script or a pickle.",
          "Keep only the HDF5 part.");

  static final Rule PART_UNREADABLE =
      Rule.error(
          "hdf5-part-unreadable",
          "A part of the file could not be read.",
          "A loader may read it in another way than this inspection did.",
          "Get it anew from where it was made, and compare its digest.");

  private Hdf5Rules() {}
}
