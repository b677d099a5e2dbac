package dev.skillladder.catalog.search;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How Chinese is typed on a keyboard: whole syllables or their first letters; other letters stay. */
final class Pinyin {

    /** Texts with many ambiguous characters keep their likeliest readings only. */
    private static final int MOST_READINGS = 8;

    private static final Transliterator LATIN = Transliterator.getInstance("Han-Latin; Lower; NFD");

    /** Characters of technical Chinese that are read in more than one way, likeliest first; ICU knows one reading each. */
    private static final Map<Integer, List<String>> AMBIGUOUS = Arrays.stream(
                    """
                    调 tiao diao|重 chong zhong|行 xing hang|参 can shen|差 cha chai|率 lv lu shuai|单 dan shan|长 chang zhang
                    处 chu|传 chuan zhuan|模 mo mu|弹 tan dan|应 ying|析 xi|量 liang|度 du duo|数 shu shuo|会 hui kuai
                    为 wei|分 fen|合 he ge|和 he huo|还 huan hai|降 jiang xiang|角 jiao jue|解 jie|觉 jue jiao|绿 lv lu
                    律 lv lu|虑 lv lu|旅 lv lu|履 lv lu|女 nv nu|略 lve lue|藏 cang zang|乐 le yue|强 qiang|省 sheng xing
                    说 shuo shui|似 si shi|提 ti di|系 xi ji|校 xiao jiao|着 zhe zhuo zhao|种 zhong|转 zhuan|载 zai
                    便 bian pian|薄 bo bao|播 bo|卷 juan|卡 ka qia|扫 sao|剖 pou|曝 bao pu|测 ce|都 dou du|得 de dei
                    给 gei ji|更 geng|核 he hu|划 hua|混 hun|几 ji|间 jian|将 jiang|尽 jin|据 ju|空 kong|累 lei|没 mei mo
                    磨 mo|内 nei na|排 pai|片 pian|切 qie|曲 qu|散 san|什 shen shi|识 shi zhi|属 shu zhu|通 tong|吐 tu
                    相 xiang|兴 xing|压 ya|要 yao|予 yu|与 yu|扎 zha za|只 zhi|中 zhong|作 zuo
                    """.lines().collect(Collectors.joining("|")).split("\\|"))
            .map(entry -> entry.split(" "))
            .collect(Collectors.toUnmodifiableMap(
                    entry -> entry[0].codePointAt(0), entry -> List.of(entry).subList(1, entry.length)));

    /** Readings by character; there are at most some ten thousand. */
    private static final Map<Integer, List<String>> READINGS = new ConcurrentHashMap<>();

    private Pinyin() {}

    /** The compact text in whole syllables, one per reading; empty if it has no Chinese. */
    static Set<String> syllables(String compact) {
        return spelt(compact, reading -> reading);
    }

    /** The compact text in first letters, one per reading; empty if it has no Chinese. */
    static Set<String> initials(String compact) {
        return spelt(compact, reading -> reading.substring(0, 1));
    }

    private static Set<String> spelt(String compact, Function<String, String> part) {
        if (compact.codePoints().noneMatch(Pinyin::isHan)) {
            return Set.of();
        }
        List<String> spellings = List.of("");
        for (int point : compact.codePoints().toArray()) {
            spellings = longer(
                    spellings, readings(point).stream().map(part).distinct().toList());
        }
        return spellings.stream().map(Spelling::compact).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> longer(List<String> beginnings, List<String> readings) {
        List<String> longer = new ArrayList<>();
        for (String reading : readings) {
            beginnings.forEach(beginning -> longer.add(beginning + reading));
        }
        return longer.size() <= MOST_READINGS ? longer : longer.subList(0, MOST_READINGS);
    }

    private static List<String> readings(int point) {
        if (!isHan(point)) {
            return List.of(Character.toString(point));
        }
        return READINGS.computeIfAbsent(point, han -> AMBIGUOUS.getOrDefault(han, List.of(latin(han))));
    }

    private static String latin(int han) {
        String letters = LATIN.transliterate(Character.toString(han))
                .replaceAll("[^\\p{L}]", "")
                .toLowerCase(Locale.ROOT);
        // a character ICU cannot read stays as it is
        return letters.isEmpty() ? Character.toString(han) : letters;
    }

    private static boolean isHan(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
    }
}
