"""An unpickler that imports and calls nothing: it notes what would be imported and called."""

import pickle


class Nothing:
    """Stands for whatever an import or a call would have given."""

    def __init__(self, name):
        self.name = name


class Recorder(pickle._Unpickler):
    """CPython's own Python unpickler, its calls replaced by notes in `imported` and `called`."""

    dispatch = dict(pickle._Unpickler.dispatch)

    def __init__(self, file):
        super().__init__(file)
        self.imported, self.called = [], []

    def find_class(self, module, name):
        if getattr(self, "proto", 0) < 3:
            module, name = self._translated(module, name)
        self.imported.append(f"{module}.{name}")
        return Nothing(f"{module}.{name}")

    def _translated(self, module, name):
        import _compat_pickle

        module, name = _compat_pickle.NAME_MAPPING.get((module, name), (module, name))
        return _compat_pickle.IMPORT_MAPPING.get(module, module), name

    def persistent_load(self, pid):
        return Nothing("persistent")

    def get_extension(self, code):
        self.append(Nothing(f"extension {code}"))

    def call(self, function):
        """Notes a call, whatever it is that is called."""
        name = getattr(function, "name", type(function).__name__)
        self.called.append(name)
        return Nothing(f"{name}()")

    def _reduce(self):
        self.stack.pop()
        self.stack[-1] = self.call(self.stack[-1])

    def _newobj_ex(self):
        del self.stack[-2:]
        self.stack[-1] = self.call(self.stack[-1])

    def _obj(self):
        arguments = self.pop_mark()
        self.append(self.call(arguments[0]))

    def _inst(self):
        module, name = (self.readline()[:-1].decode() for _ in range(2))
        self.pop_mark()
        self.append(self.call(self.find_class(module, name)))

    def _stack_global(self):
        name, module = self.stack.pop(), self.stack.pop()
        known = isinstance(name, str) and isinstance(module, str)
        self.append(self.find_class(module, name) if known else Nothing("computed"))

    def _build(self):
        self.stack.pop()

    def _marked(self):
        self.pop_mark()

    def _setitem(self):
        del self.stack[-2:]

    def _set(self):
        self.append(self.pop_mark())

    def _dict(self):
        self.pop_mark()
        self.append({})


for opcode, method in (
    ("R", Recorder._reduce),
    ("\x81", Recorder._reduce),
    ("\x92", Recorder._newobj_ex),
    ("o", Recorder._obj),
    ("i", Recorder._inst),
    ("\x93", Recorder._stack_global),
    ("b", Recorder._build),
    ("a", Recorder._build),
    ("e", Recorder._marked),
    ("u", Recorder._marked),
    ("\x90", Recorder._marked),
    ("s", Recorder._setitem),
    ("\x91", Recorder._set),
    ("d", Recorder._dict),
):
    Recorder.dispatch[ord(opcode)] = method
