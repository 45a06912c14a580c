package org.bellbuoy.server.content;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Traits of what server code does. Pure; time grows with the tokens. */
final class CodeTraits {
  private static final Set<String> EVALUATES =
      Set.of(
          "eval",
          "execute",
          "executeglobal",
          "executestatement",
          "assert",
          "create_function",
          "call_user_func",
          "call_user_func_array",
          "include",
          "include_once",
          "require",
          "require_once",
          "compileassemblyfromsource",
          "exec_code");
  private static final Set<String> STARTS =
      Set.of("system", "passthru", "shell_exec", "popen", "proc_open", "pcntl_exec");
  private static final Set<String> WRITES =
      Set.of(
          "writealltext",
          "writeallbytes",
          "streamwriter",
          "savetofile",
          "createtextfile",
          "file_put_contents",
          "fwrite",
          "fileoutputstream",
          "filewriter");
  private static final Set<String> CONNECTS =
      Set.of("tcpclient", "connect", "fsockopen", "socket", "inetsocketaddress");
  private static final Set<String> CHOOSES =
      Set.of("getmethod", "invokemember", "createinstance", "gettype");
  private static final Set<String> SHELLS =
      Set.of("cmd.exe", "cmd", "/bin/sh", "/bin/bash", "powershell", "powershell.exe");
  private static final List<String> SHELL_PARTS = List.of("cmd.exe", "/bin/sh", "powershell");
  private static final int UNSAFE_TOKENS = 16;
  private static final int CODES = 4;

  private final Script script;
  private final ServerCode code;
  private final RequestFlow flow;
  private final Map<TraitRule, Trait> found = new EnumMap<>(TraitRule.class);

  private CodeTraits(Script script) {
    this.script = script;
    this.code = ServerCode.of(script);
    this.flow = RequestFlow.of(code, textBoxes(script.tokens()));
  }

  static Map<TraitRule, Trait> of(Script script) {
    CodeTraits traits = new CodeTraits(script);
    for (int i = 0; i < traits.code.size(); i++) {
      traits.look(i);
    }
    traits.whole();
    return traits.found;
  }

  private static boolean textBoxes(TokenList tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.is(i, "asp:textbox") || tokens.is(i, "input") || tokens.is(i, "textarea")) {
        for (int k = i; k < tokens.size() && !tokens.is(k, "<"); k++) {
          if (tokens.is(k, "runat")) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void look(int i) {
    Token token = code.get(i);
    String word = token.text();
    if (token.isString()) {
      String plain = word.trim().toLowerCase(Locale.ROOT);
      if (SHELLS.contains(plain) || SHELL_PARTS.stream().anyMatch(plain::contains)) {
        add(TraitRule.SHELL_WORD, "The string '%s' names a command interpreter.", i, shown(plain));
      }
      return;
    }
    boolean asked = flow.within(i + 1, code.argumentsEnd(i));
    boolean member = code.is(i - 1, ".");
    if (EVALUATES.contains(word) && !(member && word.equals("execute")) && asked) {
      add(TraitRule.EVAL_OF_REQUEST, "What the client sends is run as code by %s.", i, word);
    }
    if (word.startsWith("$") && code.is(i + 1, "(") && flow.within(i, i + 1)) {
      add(TraitRule.EVAL_OF_REQUEST, "The client chooses which function %s calls.", i, word);
    }
    if (word.equals("eval") && unsafe(i)) {
      add(TraitRule.UNSAFE_EVAL, "The word 'unsafe' stands with %s.", i, word);
    }
    process(i, word, member, asked);
    boolean loads = word.equals("load") && member && code.holds("assembly");
    if ((loads || word.equals("defineclass")) && asked) {
      add(
          TraitRule.LOAD_OF_REQUEST,
          "What the client sends is loaded as a program by %s.",
          i,
          word);
    }
    if (word.startsWith("deserialize") && asked
        || word.equals("readobject") && flow.readsRequest()) {
      add(TraitRule.DESERIALISES_REQUEST, "What the client sends goes to %s.", i, word);
    }
    if (WRITES.contains(word) && asked) {
      add(TraitRule.WRITES_REQUEST, "What the client sends is written to a file by %s.", i, word);
    }
    if (word.equals("saveas") || word.equals("move_uploaded_file")) {
      add(TraitRule.KEEPS_UPLOADS, "Uploaded files are kept by %s.", i, word);
    }
    if (CONNECTS.contains(word) && asked) {
      add(TraitRule.CONNECTS_FOR_REQUEST, "The client says where %s connects to.", i, word);
    }
    if (CHOOSES.contains(word) && asked) {
      add(TraitRule.REFLECTION_OF_REQUEST, "The client chooses by name what %s finds.", i, word);
    }
  }

  private void process(int i, String word, boolean member, boolean asked) {
    boolean starts =
        word.equals("processstartinfo")
            || word.equals("processbuilder")
            || STARTS.contains(word)
                && code.is(i + 1, "(")
                && script.language() == ScriptLanguage.PHP
            || word.equals("exec") && code.is(i + 1, "(") && (code.holds("getruntime") || !member)
            || word.equals("start") && member && code.holds("process")
            || (word.equals("run") || word.equals("exec")) && member && scriptShell() >= 0;
    // In PHP these marks run what stands between them.
    boolean ticks =
        word.equals("`")
            && script.language() == ScriptLanguage.PHP
            && i + 1 < code.size()
            && code.get(i + 1).isString();
    if (!starts && !ticks) {
      return;
    }
    boolean object = member && i >= 2 && flow.within(i - 2, i - 1);
    boolean inTicks = ticks && PhpText.namesRequest(code.get(i + 1).text());
    if (asked || object || inTicks) {
      add(TraitRule.PROCESS_OF_REQUEST, "What the client sends starts a program by %s.", i, word);
    } else {
      add(TraitRule.PROCESS_START, "Programs are started by %s.", i, word);
    }
  }

  private int scriptShell() {
    for (int i = 0; i < code.size(); i++) {
      Token t = code.get(i);
      if (t.isString() && t.text().toLowerCase(Locale.ROOT).contains("wscript.shell")) {
        return i;
      }
    }
    return -1;
  }

  private boolean unsafe(int eval) {
    for (int i = eval; i < Math.min(code.size(), eval + UNSAFE_TOKENS); i++) {
      if (code.get(i).isString() && code.get(i).text().equalsIgnoreCase("unsafe")) {
        return true;
      }
    }
    return false;
  }

  /** Traits of several words together. */
  private void whole() {
    int load = code.find("load");
    boolean decodes = code.findAny("frombase64string", "base64_decode", "decodebuffer") >= 0;
    boolean loads = load >= 0 && code.holds("assembly") || code.holds("defineclass");
    if (loads && decodes && flow.readsRequest() && !found.containsKey(TraitRule.LOAD_OF_REQUEST)) {
      add(
          TraitRule.DECODE_AND_LOAD,
          "Requests are read, text is decoded and programs are loaded by %s.",
          Math.max(load, 0),
          "load");
    }
    int shell = scriptShell();
    if (shell >= 0 && !found.containsKey(TraitRule.PROCESS_OF_REQUEST)) {
      add(TraitRule.PROCESS_START, "The object %s starts programs.", shell, "WScript.Shell");
    }
    if (found.containsKey(TraitRule.PROCESS_OF_REQUEST)) {
      found.remove(TraitRule.PROCESS_START);
    }
    boolean hidden =
        code.holds("nonpublic") || code.holds("getmethod") || code.holds("setaccessible");
    int invoke = code.findAny("invoke", "invokemember", "getvalue");
    if (hidden && invoke >= 0) {
      add(TraitRule.REFLECTION, "Members are reached by name with %s.", invoke, "invoke");
    }
    machineKey(hidden);
    characterCodes();
  }

  private void machineKey(boolean hidden) {
    int at =
        code.findAny("machinekeysection", "validationkey", "decryptionkey", "getapplicationconfig");
    for (int i = 0; at < 0 && i < code.size(); i++) {
      String text = code.get(i).isString() ? code.get(i).text().toLowerCase(Locale.ROOT) : "";
      at = text.contains("machinekey") ? i : -1;
    }
    if (at < 0) {
      return;
    }
    boolean answers = code.holds("response") || code.holds("write");
    TraitRule rule =
        hidden && answers ? TraitRule.MACHINE_KEY_BY_REFLECTION : TraitRule.MACHINE_KEY;
    add(rule, "The machine key is read%s.", at, hidden ? " through hidden members" : "");
  }

  private void characterCodes() {
    int run = 0;
    for (int i = 0; i + 3 < code.size(); i++) {
      boolean one =
          (code.is(i, "chr") || code.is(i, "chrw"))
              && code.is(i + 1, "(")
              && code.get(i + 2).kind() == Token.Kind.NUMBER;
      if (one && ++run == CODES) {
        add(TraitRule.CHARACTER_CODES, "Text is built from character codes by %s.", i, "chr");
      }
    }
  }

  private void add(TraitRule rule, String sentence, int index, String word) {
    if (!found.containsKey(rule)) {
      Token token = code.get(index);
      found.put(
          rule,
          ShapeTraits.trait(script, rule, sentence.formatted(word), token.from(), token.to()));
    }
  }

  private static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40);
  }
}
