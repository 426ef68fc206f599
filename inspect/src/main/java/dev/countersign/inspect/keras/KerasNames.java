package dev.countersign.inspect.keras;

import dev.countersign.inspect.pickle.knowledge.Knowledge;
import dev.countersign.inspect.python.Behaviours;
import dev.countersign.inspect.text.WordList;
import java.util.Set;
import java.util.regex.Pattern;

/** What modules and functions named in configurations of Keras are. */
final class KerasNames {
  private static final Set<String> PACKAGES =
      Set.of(
          "keras",
          "tf_keras",
          "keras_core",
          "keras_hub",
          "keras_cv",
          "keras_nlp",
          "keras_tuner",
          "tensorflow_addons",
          "tensorflow_probability",
          "tensorflow_hub");
  private static final Pattern TENSORFLOW =
      Pattern.compile(
          "tensorflow\\.(_api\\.v\\d\\.)?(python\\.)?(keras|compat\\.v\\d\\.keras)(\\..*)?|tensorflow");
  private static final Pattern FOR_MODELS =
      Pattern.compile(
          "(tensorflow\\.(python\\.)?)?(tf_)?(keras|keras_core)(\\.src)?"
              + "(\\.(api|_tf_keras|_v2|backend|legacy)(\\.keras)?)*"
              + "(\\.(activations|losses|metrics|initializers|regularizers|constraints|ops|layers|optimizers"
              + "|random|backend|applications|dtype_policies|quantizers|math|nn|distribution)(\\..*)?)?");
  private static final Set<String> BUILTIN_DANGERS =
      Set.of(
          "eval",
          "exec",
          "compile",
          "open",
          "__import__",
          "getattr",
          "setattr",
          "delattr",
          "globals",
          "locals",
          "vars",
          "input",
          "breakpoint",
          "execfile",
          "file",
          "memoryview",
          "help");
  private static final Set<String> GADGETS =
      Set.of(
          "get_file",
          "enable_unsafe_deserialization",
          "load_model",
          "load_weights",
          "save_model",
          "save_weights",
          "model_from_json",
          "model_from_config",
          "deserialize_keras_object",
          "load_img",
          "extract_archive",
          "image_dataset_from_directory",
          "text_dataset_from_directory",
          "audio_dataset_from_directory",
          "plot_model",
          "func_load",
          "func_dump",
          "custom_object_scope",
          "register_keras_serializable",
          "run_script",
          "export_savedmodel",
          "open",
          "import_module",
          "LazyLoader",
          "load_data",
          "save_img",
          "array_to_img_file",
          "disable_traceback_filtering");

  private static final Set<String> CLASSES =
      Set.copyOf(WordList.lines(KerasNames.class, "classes.txt"));

  private KerasNames() {}

  /** Whether Keras has a class of that name. */
  static boolean has(String type) {
    return CLASSES.contains(type);
  }

  /** Whether a module runs commands or code, or reaches files. */
  static boolean dangerous(String module) {
    return Knowledge.usual().ofModule(module).dangerous()
        || Set.of(
                "os",
                "posix",
                "nt",
                "subprocess",
                "sys",
                "shutil",
                "socket",
                "ctypes",
                "importlib",
                "runpy",
                "pickle",
                "marshal",
                "code",
                "pty",
                "webbrowser",
                "pdb",
                "timeit",
                "builtins.eval",
                "multiprocessing",
                "urllib",
                "requests",
                "pip",
                "torch",
                "joblib",
                "dill",
                "cloudpickle",
                "commands",
                "platform",
                "tempfile",
                "io",
                "pathlib",
                "operator",
                "functools")
            .contains(first(module));
  }

  /** Whether a function of a module is. */
  static boolean dangerous(String module, String name) {
    if (module.equals("builtins")) {
      return BUILTIN_DANGERS.contains(name);
    }
    return dangerous(module)
        || Knowledge.usual().of(module, name).dangerous()
        || Behaviours.of(module + "." + name).isPresent();
  }

  /** Whether a module is of Keras or what belongs to it. */
  static boolean ofKeras(String module) {
    return PACKAGES.contains(first(module)) || TENSORFLOW.matcher(module).matches();
  }

  /** Whether functions of a module are made for models. */
  static boolean forModels(String module) {
    return FOR_MODELS.matcher(module).matches()
        || !first(module).equals("keras") && !first(module).equals("tensorflow") && ofKeras(module);
  }

  /** Whether a function of Keras fetches, unpacks, loads or switches safety off. */
  static boolean gadget(String name) {
    return GADGETS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /** Whether an operation of TensorFlow runs code or reaches files. */
  static boolean operation(String name) {
    return name.matches(
        "(?i)(tf\\.)?(io\\.(read_file|write_file|matching_files|gfile\\..*)|raw_ops\\.(ReadFile|WriteFile|PyFunc.*"
            + "|EagerPyFunc|MatchingFiles|Save.*|MergeV2Checkpoints)|(py|numpy)_function|.*\\bpy_func|load_op_library"
            + "|load_library|PyFunc|PyFuncStateless|EagerPyFunc|ReadFile|WriteFile|.*gfile.*|.*eval.*script)");
  }

  private static String first(String module) {
    int dot = module.indexOf('.');
    return dot < 0 ? module : module.substring(0, dot);
  }
}
