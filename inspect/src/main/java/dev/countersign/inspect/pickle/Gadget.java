package dev.countersign.inspect.pickle;

import java.util.HashMap;
import java.util.Map;

/**
 * What a call does of which the harm depends on its arguments, or that computes what is called or
 * imported next.
 */
enum Gadget {
  /** Nothing special. */
  NONE(Care.LIST),
  /** An attribute of an object. */
  GETATTR(Care.ARGUMENTS, "builtins getattr", "dill._dill _getattribute", "dill._dill _get_attr"),
  /** A function that gets attributes. */
  ATTRGETTER(Care.LIST, "operator attrgetter", "_operator attrgetter"),
  /** A function that gets items. */
  ITEMGETTER(Care.LIST, "operator itemgetter", "_operator itemgetter"),
  /** An item of an object. */
  GETITEM(Care.LIST, "operator getitem", "_operator getitem"),
  /** A function that calls a method. */
  METHODCALLER(Care.LIST, "operator methodcaller", "_operator methodcaller"),
  /** A function with some of its arguments. */
  PARTIAL(Care.ARGUMENTS, "functools partial", "_functools partial"),
  /** A module, for libraries that save functions by value. */
  SUBIMPORT(
      Care.ARGUMENTS,
      "cloudpickle.cloudpickle subimport",
      "cloudpickle subimport",
      "joblib.externals.cloudpickle.cloudpickle subimport",
      "dill._dill _import_module",
      "dill.dill _import_module"),
  /** A class that dill knows by a short name. */
  LOAD_TYPE(Care.ARGUMENTS, "dill._dill _load_type", "dill.dill _load_type"),
  /** A module. */
  IMPORT(
      Care.ALWAYS,
      "importlib import_module",
      "importlib __import__",
      "builtins __import__",
      "importlib._bootstrap _gcd_import",
      "importlib._bootstrap __import__",
      "importlib._bootstrap _find_and_load",
      "_frozen_importlib _gcd_import",
      "_frozen_importlib __import__",
      "_frozen_importlib _find_and_load",
      "pydoc safeimport",
      "imp load_module",
      "test.support.import_helper import_module"),
  /** Anything by its dotted name. */
  LOCATE(
      Care.ALWAYS,
      "pydoc locate",
      "pkgutil resolve_name",
      "unittest.mock _importer",
      "logging.config _resolve",
      "django.utils.module_loading import_string",
      "werkzeug.utils import_string",
      "zope.dottedname.resolve resolve",
      "hydra._internal.utils _locate",
      "hydra.utils get_method",
      "hydra.utils get_object",
      "hydra.utils get_class"),
  /** Calls a function with each of some items. */
  MAP(
      Care.ALWAYS,
      "builtins map",
      "builtins filter",
      "itertools filterfalse",
      "itertools dropwhile",
      "itertools takewhile"),
  /** Calls a function with the arguments that are items. */
  STARMAP(Care.ALWAYS, "itertools starmap"),
  /** Calls a function with a sequence of arguments. */
  APPLY(Care.ALWAYS, "builtins apply"),
  /** Calls a function with the arguments that follow. */
  CALL(Care.ALWAYS, "operator call", "_operator call"),
  /** Calls a function with two items at a time. */
  FOLD(Care.ALWAYS, "functools reduce", "_functools reduce", "itertools accumulate"),
  /** An instance of a class, of protocols 0 and 1. */
  RECONSTRUCTOR(Care.ARGUMENTS, "copyreg _reconstructor"),
  /** An instance of a class, of protocol 2. */
  NEWOBJ(Care.ARGUMENTS, "copyreg __newobj__"),
  /** An instance of a class with arguments by name. */
  NEWOBJ_EX(Care.ARGUMENTS, "copyreg __newobj_ex__"),
  /** Another meaning for an opcode. */
  ADD_EXTENSION(Care.ALWAYS, "copyreg add_extension"),
  /** Bytes of a string. */
  ENCODE(Care.NEVER, "_codecs encode", "codecs encode"),
  /** A string of bytes. */
  DECODE(Care.LIST, "_codecs decode", "codecs decode"),
  /** The class of an object; with more arguments a new class. */
  TYPE(Care.LIST, "builtins type"),
  /** A string. */
  STR(Care.LIST, "builtins str"),
  /** Bytes. */
  BYTES(Care.LIST, "builtins bytes", "builtins bytearray"),
  /** Bytes of a text in base 64. */
  BASE64(
      Care.LIST,
      "base64 b64decode",
      "base64 decodebytes",
      "base64 standard_b64decode",
      "binascii a2b_base64"),
  /** Bytes of hexadecimal digits. */
  HEX(
      Care.LIST,
      "binascii unhexlify",
      "binascii a2b_hex",
      "base64 b16decode",
      "builtins bytes.fromhex",
      "builtins bytearray.fromhex"),
  /** Bytes as a file. */
  FILE(Care.LIST, "io BytesIO", "_io BytesIO"),
  /** An object of a pickle in bytes or in a file. */
  UNPICKLE(
      Care.ALWAYS,
      "pickle loads",
      "pickle load",
      "pickle _loads",
      "pickle _load",
      "_pickle loads",
      "_pickle load",
      "dill loads",
      "dill load",
      "dill._dill loads",
      "dill._dill load",
      "cloudpickle loads",
      "cloudpickle load",
      "cloudpickle.cloudpickle loads",
      "pandas read_pickle",
      "pandas.io.pickle read_pickle",
      "pandas.compat.pickle_compat load",
      "pandas.compat.pickle_compat loads",
      "torch.serialization _legacy_load",
      "shelve open"),
  /** An object of a file of any format that a library unpickles. */
  LOAD(
      Care.ALWAYS,
      "joblib load",
      "joblib.numpy_pickle load",
      "numpy load",
      "numpy.lib.npyio load",
      "numpy.lib._npyio_impl load",
      "torch load",
      "torch.serialization load"),
  /** A tensor of the bytes of a file. */
  LOAD_BYTES(Care.ARGUMENTS, "torch.storage _load_from_bytes"),
  /** A tensor of a subclass: calls the function that it is given. */
  REBUILD(
      Care.ARGUMENTS,
      "torch._tensor _rebuild_from_type_v2",
      "torch._tensor _rebuild_from_type",
      "torch.tensor _rebuild_from_type"),
  /** A function of NumPy by its name. */
  UFUNC(Care.ARGUMENTS, "numpy.core _ufunc_reconstruct", "numpy._core _ufunc_reconstruct");

  /** On what it depends whether a call is harmless. */
  enum Care {
    /** On the lists of names, as for everything that is no gadget. */
    LIST,
    /** It always is. */
    NEVER,
    /** On the arguments. */
    ARGUMENTS,
    /** It never is. */
    ALWAYS
  }

  private static final Map<String, Map<String, Gadget>> BY_NAME = byName();

  private final Care care;
  private final String[] names;

  Gadget(Care care, String... names) {
    this.care = care;
    this.names = names;
  }

  /** On what it depends whether a call is harmless. */
  Care care() {
    return care;
  }

  /** Whether a call only makes a function that does nothing before it is called in turn. */
  boolean onlyMakes() {
    return this == ATTRGETTER || this == ITEMGETTER || this == METHODCALLER;
  }

  static Gadget of(String module, String name) {
    Map<String, Gadget> inModule = BY_NAME.get(module);
    Gadget known = inModule == null ? null : inModule.get(name);
    return known == null ? byLook(module, name) : known;
  }

  /**
   * Whatever is called as functions that unpickle are, in a module that is called as theirs are.
   */
  private static Gadget byLook(String module, String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    boolean loads = last.equals("loads") || last.equals("load");
    boolean pickles =
        loads && (module.contains("pickle") || module.contains("dill") || name.contains("Pickle"));
    return pickles ? UNPICKLE : NONE;
  }

  private static Map<String, Map<String, Gadget>> byName() {
    Map<String, Map<String, Gadget>> all = new HashMap<>();
    for (Gadget gadget : values()) {
      for (String name : gadget.names) {
        int space = name.indexOf(' ');
        all.computeIfAbsent(name.substring(0, space), _ -> new HashMap<>())
            .put(name.substring(space + 1), gadget);
      }
    }
    return all;
  }
}
