package dev.outreach.drafting.domain;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognises text that speaks to a writing machine instead of describing a person. Two strengths:
 * an <em>order to a machine</em> spoils the whole text it stands in; a mere <em>imperative</em>
 * spoils its own clause.
 */
final class Instructions {

  private static final String MACHINE =
      "(?:ai|a\\.i\\.|ais|llms?|(?:large )?language models?|chat ?bots?|bots?|(?:chat)?gpt(?:-?\\d)?|gemini"
          + "|claude|copilot|assistants?|ai agents?|agents?|automated|automation|robots?|neural net\\w*"
          + "|machines?|crawlers?|scrapers?|text generators?|models?)";

  private static final List<Pattern> ORDERS =
      Stream.of(
              // English
              "\\b(?:ignore|disregard|forget|override|bypass|overrule|discard|drop|neglect|skip)\\b.{0,40}"
                  + "\\b(?:instruct\\w*|prompts?|rules?|above|previous\\w*|prior|earlier|guidelines?|everything"
                  + "|system|context|constraints?|directives?|told|guardrails?|polic(?:y|ies)|limits?|tone)\\b",
              "\\b(?:if|when|since|because|as|unless|for|assuming|in case)\\b.{0,30}\\b(?:you|u|ur|you're|youre"
                  + "|reader|reading|read by|written by|processed by|any|all)\\b.{0,25}\\b"
                  + MACHINE
                  + "\\b",
              "\\b(?:dear|hey|hello|hi|attention|attn|notes? to|notes? for|messages? to|messages? for|to all|to any"
                  + "|to the|calling all|instructions? (?:to|for)|for|hint for|reminder for|warning to)\\b[ ,:]{0,3}"
                  + "(?:(?:all|any|the|every|my|fellow|reading|you)\\s){0,2}(?:ai|ais|llms?|language models?|chat ?bots?"
                  + "|bots?|(?:chat)?gpt|gemini|assistant|ai agents?|ai models?|ai assistants?|ai systems?|machines?)\\b",
              "\\b(?:ai|llm|gpt|bot|gemini|assistant|model)s?\\b.{0,15}\\b(?:must|should|shall|has to|have to|needs? to"
                  + "|is required|are required|is instructed|are instructed|please)\\b",
              "(?:^|[\\s\"'>\\[(*#-])(?:system|assistant|developer|sysadmin|new (?:instructions?|task|rules?|role)"
                  + "|instructions?|important instructions?|prompt|updated? (?:instructions?|task|prompt)|admin"
                  + "|override|command|directive)\\s*(?:message|prompt|note|override|update)?\\s*[:=>\\]]",
              "<\\|?/?\\s*(?:im_start|im_end|system|user|assistant|profile|data|instructions?|person|prompt|endoftext|end)\\b",
              "\\[/?(?:inst|sys|system|end)\\b|<<sys>>|#{2,}\\s*(?:instruction|system|response|end|human|user)",
              "\\bend of (?:the )?(?:data|profile|bio|prompt|input|document|context|person)\\b",
              "\\b(?:system prompt|your prompt|your (?:\\w+ )?instructions|initial prompt|hidden prompt"
                  + "|developer message|jail ?break\\w*|prompt inject\\w*|do anything now|dan mode|developer mode"
                  + "|god mode|debug mode|maintenance mode|your guidelines|your rules|your training|your system"
                  + "|your task|your (?:next|new) (?:task|goal|job|message|reply|role)|your (?:reply|response|answer|output|message|draft|greeting|email|outreach|opening|first (?:line|sentence|message)))\\b",
              "\\byou (?:are|were) (?:now|no longer|a helpful|an ai|a language|going to)\\b|\\byou're now\\b",
              "\\bfrom now on\\b|\\broleplay as\\b|\\bpretend (?:to be|you|that)\\b|\\bact as (?:an?|my|if you|the)\\b"
                  + "|\\bspeak (?:only )?(?:like|as) an?\\b|\\bhidden (?:instruction|message|command)\\b",
              "\\b(?:include|insert|add|append|mention|write|say|reply|respond|answer|output|print|repeat|begin|start"
                  + "|end|finish|close|sign|translate|summari[sz]e|recite|compose|generate|make sure|ensure|put|use"
                  + "|phrase|word|format|convert|rewrite)\\b.{0,50}\\b(?:(?:the|any|every|each|this|all|in|with|of|as|to) "
                  + "(?:\\w+ ){0,2}(?:messages?|repl(?:y|ies)|responses?|answers?|e-?mails?|dms?|outputs?|outreach"
                  + "|drafts?|greetings?|sentences?|letters?|paragraphs?|words?|caps|uppercase|capitals|json|html|markdown|verse|rhymes?|language|poem|haiku|base64|emojis?))\\b",
              "\\b(?:must|should|has to|have to|needs? to|required to) (?:always |also |now |only )?(?:include|insert|add|append|mention|write|say"
                  + "|reply|respond|answer|output|print|repeat|begin|start|end|use|contain|offer|promise|tell)\\b",
              "\\b(?:any|every|all|each|the) (?:messages?|e-?mails?|dms?|outreach|repl(?:y|ies)|drafts?|notes?) (?:\\w+ ){0,3}(?:must|should|has to|have to|needs? to|will|shall)\\b",
              "\\b(?:reveal|leak|show|print|output|repeat|tell me|share|expose|dump|disclose)\\b.{0,30}\\b(?:prompt|instructions|api.?key|secrets?|password|token|credentials|confidential|config\\w*|database|other (?:profiles?|people|users?))\\b",
              "(?:^|[.!?;,:] )(?:please |just |and |then )?(?:say|write|state|claim|confirm|mention|admit|declare"
                  + "|tell (?:me|them|us|everyone|everybody|him|her|the \\w+)) (?:that|how|to)\\b",
              "[\"']role[\"']\\s*:|[\"']content[\"']\\s*:",
              // German
              "\\b(?:ignorier\\w*|vergiss|vergesst|missacht\\w*|uberschreib\\w*|verwirf)\\b.{0,40}\\b(?:anweisung\\w*|vorgaben?|regeln?"
                  + "|instruktion\\w*|vorherig\\w*|bisherig\\w*|obig\\w*|alles|prompt|befehle?)\\b",
              "\\b(?:wenn|falls|sofern|da)\\b.{0,20}\\b(?:ki|llm|sprachmodell|bot|chatbot|assistent\\w*|roboter|gpt)\\b",
              "\\b(?:antworte|schreibe?|erwahne|fuge|nenne|sage?|beende|beginne|ubersetze|verwende)\\b.{0,50}\\b(?:nachricht|antwort|text|satz|wort\\w*|rezept|gedicht|grossbuchstaben|mail)\\b",
              // French
              "\\b(?:ignore[zr]?|oublie[zr]?|neglige[zr]?)\\b.{0,40}\\b(?:instructions?|consignes?|regles?|precedent\\w*|ci-dessus|tout)\\b",
              "\\bsi (?:tu|vous) (?:es|etes)\\b.{0,15}\\b(?:ia|llm|robot|bot|assistant|modele|intelligence)\\b",
              "\\b(?:ecri[st]|ecrivez|reponds?|repondez|inclus|incluez|inclure|ajoute[zr]?|mentionne[zr]?|termine[zr]?|commence[zr]?)\\b.{0,50}\\b(?:messages?|reponses?|recette|mots?|phrase|poeme|majuscules)\\b",
              // Spanish
              "\\b(?:ignor[ae]\\w*|olvid[ae]\\w*|omite)\\b.{0,40}\\b(?:instruccion\\w*|reglas?|anterior\\w*|indicaciones|previas?|todo|ordenes)\\b",
              "\\bsi eres\\b.{0,15}\\b(?:ia|llm|bot|asistente|modelo|robot|inteligencia)\\b",
              "\\b(?:escrib[ea]\\w*|respond[ea]\\w*|incluy[ea]\\w*|anad[ea]\\w*|mencion[ae]\\w*|termina|empieza)\\b.{0,50}\\b(?:mensajes?|respuestas?|receta|palabras?|frase|poema|mayusculas)\\b",
              // Italian, Portuguese, Dutch, Polish, Turkish, Swedish, Indonesian, Vietnamese
              "\\b(?:ignora\\w*|dimentica\\w*)\\b.{0,40}\\b(?:istruzion\\w*|regole|precedent\\w*|instruco\\w*|regras|anterior\\w*|tudo|tutto)\\b",
              "\\bse (?:sei|voce e|es)\\b.{0,15}\\b(?:ia|llm|bot|assistente|modello|modelo|robo)\\b",
              "\\b(?:scrivi|rispondi|includi|aggiungi|escreva|responda|inclua|adicione|mencione)\\b.{0,50}\\b(?:messaggi\\w*|rispost\\w*|ricetta|mensage\\w*|respostas?|receita|parol[ae]|palavras?|poesia|poema)\\b",
              "\\b(?:negeer|vergeet)\\b.{0,40}\\b(?:instructies?|regels|vorige|voorgaande|bovenstaande|alles)\\b|\\bals je een (?:ai|bot|llm|taalmodel)\\b",
              "\\b(?:zignoruj|zapomnij)\\b.{0,40}\\b(?:instrukcj\\w*|poprzedni\\w*|polecen\\w*|wszystk\\w*)",
              "\\b(?:onceki|yukaridaki)\\b.{0,30}\\b(?:talimat\\w*|komut\\w*)",
              "\\b(?:ignorera|glom)\\b.{0,40}\\b(?:instruktion\\w*|tidigare|ovanstaende)",
              "\\babaikan\\b.{0,40}\\b(?:instruksi|perintah|sebelumnya)|\\bbo qua\\b.{0,40}\\b(?:huong dan|chi thi|lenh)",
              // Cyrillic
              "(?:игнорируй|проигнорируй|забудь|отмени|ігноруй|забудьте|игнорируйте)\\S*.{0,40}(?:инструкц|указани|правил|предыдущ|інструкц|всё|все)",
              "(?:если|якщо) (?:ты|вы|ти).{0,15}(?:ии|бот|модель|нейросет|ассистент|робот|ші)",
              "(?:напиши|ответь|добавь|включи|упомяни|закончи|начни)\\S*.{0,40}(?:сообщени|ответ|рецепт|слов|фраз|стих|письм)",
              // Chinese, Japanese, Korean, Arabic, Hebrew, Hindi, Greek, Thai
              "(?:忽略|无视|無視|忘记|忘記|忽视).{0,15}(?:指令|指示|提示|之前|以上|先前|规则|規則|命令)",
              "(?:如果|若|假如)你是.{0,8}(?:ai|人工智能|人工智慧|模型|机器人|機器人|助手)|系统提示|系統提示|请在.{0,10}(?:消息|回复|邮件)",
              "(?:これまで|以前|上記|前|すべて|全て).{0,8}(?:指示|命令|プロンプト|ルール).{0,8}(?:無視|忘れ|従わ)|(?:もし)?(?:あなた|君)が(?:ai|ボット|言語モデル)|aiアシスタント(?:へ|なら)",
              "(?:이전|위의|모든).{0,8}(?:지시|명령|지침|프롬프트).{0,8}(?:무시|잊)|(?:당신|너)(?:이|가|는).{0,6}(?:ai|봇|인공지능)",
              "(?:تجاهل|انس|تجاهلي).{0,25}(?:التعليمات|تعليمات|الأوامر|السابقة|القواعد)|إذا كنت.{0,12}(?:ذكاء|نموذج|روبوت)",
              "(?:התעלם|התעלמי|שכח).{0,20}(?:הוראות|ההוראות|הקודמות|הכללים)|אם אתה.{0,10}(?:בוט|מודל)",
              "(?:निर्देश|आदेश).{0,20}(?:अनदेखा|नज़रअंदाज|नजरअंदाज|भूल|उपेक्षा)|(?:अनदेखा|भूल).{0,20}(?:निर्देश|आदेश)",
              "(?:αγνοησε|ξεχασε|αγνόησε|ξέχασε).{0,30}(?:οδηγ|εντολ|προηγ)",
              "(?:ละเว้น|เพิกเฉย|ไม่ต้องสนใจ).{0,20}(?:คำสั่ง|คำแนะนำ)")
          .map(
              pattern ->
                  Pattern.compile(
                      pattern,
                      Pattern.DOTALL | Pattern.MULTILINE | Pattern.UNICODE_CHARACTER_CLASS))
          .toList();

  /** For words written letter by letter, whose ends cannot be told. */
  private static final Pattern SQUEEZED_ORDERS =
      Pattern.compile(
          "(?:ignore|disregard|forget)(?:all|any|the|every|your)*(?:previous|prior|above|instruct|rules)"
              + "|previousinstructions|systemprompt|ifyoua?rean(?:ai|llm|assistant)");

  private static final Pattern WRITING =
      Pattern.compile(
          "\\b"
              + MACHINE
              + "\\b|\\b(?:messages?|e-?mails?|dms?|outreach|repl(?:y|ies|ied)|answers?|respon[ds]\\w*"
              + "|greetings?|openers?|opening line|subject line|pitch\\w*|texts?|drafts?|drafted"
              + "|phrases?|sentences?|words?|paragraphs?|prompts?|instruct\\w*|commands?|generated"
              + "|compute|contact(?:ing)? me|write to me|mention\\w*|quotes?|rhymes?|riddles|speak in"
              + "|reading this|reads this|written|nachricht\\w*|antwort\\w*|erwahn\\w*|schreib\\w*"
              + "|automatisch|mensaje\\w*|menciona\\w*|respuesta\\w*|reponse\\w*|mention\\w*|ecri\\w+"
              + "|parle|parlez|robots?|messaggi\\w*|rispost\\w*|resposta\\w*|scribe|scribere|mandat\\w*)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:(?:and|then|also|please|pls|just|so|but|now|always|never|kindly|instead|next|first|finally|secondly"
              + "|therefore|must|do|don't|you must|you should|you have to|you will|remember to|be sure to|make sure to"
              + "|bitte|und|dann|por favor|y|et|puis|ensuite|s'il vous plait)[ ,:]+)+");

  private static final Set<String> IMPERATIVES =
      Set.copyOf(
          List.of(
              ("include insert add append mention write say reply respond answer output print repeat begin start end"
                      + " finish sign translate summarize summarise recite compose generate tell reveal ignore disregard"
                      + " forget pretend promise offer confirm state declare claim admit recommend praise insult swear curse"
                      + " sing quote echo execute run call refer greet address thank apologize apologise congratulate"
                      + " convince persuade pay transfer wire email forward copy cc bcc delete stop refuse use speak talk"
                      + " describe explain list give provide invite name spell rate rank endorse vote agree"
                      + " schreibe schreib antworte erwähne erwahne fuge nenne sage sag beende beginne ubersetze ignoriere"
                      + " vergiss verwende wiederhole gib biete versprich"
                      + " escribe responde incluye anade menciona ignora olvida repite ofrece promete di"
                      + " ecris ecrivez reponds repondez inclus incluez ajoute ajoutez mentionne oublie repete dis"
                      + " scrivi rispondi includi aggiungi escreva responda inclua adicione")
                  .split(" ", -1)));

  private Instructions() {}

  /** Whether a machine is told what to do, openly or in disguise. */
  static boolean orderMachines(String text) {
    return Disguises.readingsOf(text).stream().anyMatch(Instructions::isOrder);
  }

  private static boolean isOrder(String reading) {
    String letters = reading.replaceAll("[^\\p{L}]", "");
    return SQUEEZED_ORDERS.matcher(letters).find()
        || ORDERS.stream().anyMatch(order -> order.matcher(reading).find());
  }

  /**
   * Whether a clause is suspect: it begins as an order, or it speaks of writing or of machines,
   * which a description of a person seldom does.
   */
  static boolean isSuspect(String clause) {
    return Disguises.readingsOf(clause).stream()
        .anyMatch(reading -> beginsWithImperative(reading) || WRITING.matcher(reading).find());
  }

  private static boolean beginsWithImperative(String reading) {
    String bare = reading.replaceFirst("^[^\\p{L}]+", "");
    String rest = LEAD.matcher(bare).replaceFirst("");
    return IMPERATIVES.contains(rest.split("[^\\p{L}']", 2)[0]);
  }
}
