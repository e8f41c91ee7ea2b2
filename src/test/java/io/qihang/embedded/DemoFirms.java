package io.qihang.embedded;

import cn.idev.excel.FastExcel;
import io.qihang.enterprise.Uscc;
import io.qihang.enterprise.Usccs;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** 2,000 invented enterprises whose names say so, the same ones at every start. */
final class DemoFirms {

    static final int COUNT = 2000;

    private static final List<String> WORDS = List.of(
            "青禾", "云帆", "晨星", "远山", "金穗", "碧水", "长风", "明月", "春晓", "秋实", "瑞雪", "星河", "朝阳", "翠竹", "银杏", "红枫", "白鹭", "海棠",
            "松涛", "荷塘", "雁鸣", "鹤舞", "凤栖", "龙吟", "麒麟", "朱雀", "玄武", "青鸾", "紫藤", "丹桂", "墨兰", "雪莲", "琥珀", "琉璃", "玛瑙", "珊瑚",
            "翡翠", "水晶", "碧玉", "明珠");

    private record Trade(String word, String industry, String chain) {}

    private static final List<Trade> TRADES = List.of(
            new Trade("轴承", "C34", "轴承加工"),
            new Trade("轴承保持器", "C34", "轴承加工"),
            new Trade("钢板", "C31", "精品钢板"),
            new Trade("镀锌板", "C31", "精品钢板"),
            new Trade("彩涂板", "C33", "精品钢板"),
            new Trade("护栏板", "C33", "交通设施"),
            new Trade("交通标志", "C33", "交通设施"),
            new Trade("纺织", "C17", "纺织服装"),
            new Trade("棉纱", "C17", "纺织服装"),
            new Trade("服装", "C18", "纺织服装"),
            new Trade("面粉", "C13", "农副产品加工"),
            new Trade("果蔬加工", "C13", "农副产品加工"),
            new Trade("灵芝制品", "C14", "农副产品加工"),
            new Trade("肉鸭", "C13", "农副产品加工"),
            new Trade("饲料", "C13", "农副产品加工"),
            new Trade("木业", "C20", ""),
            new Trade("家具", "C21", ""),
            new Trade("包装", "C22", ""),
            new Trade("印刷", "C23", ""),
            new Trade("化工", "C26", ""),
            new Trade("生物医药", "C27", "医药"),
            new Trade("塑料制品", "C29", ""),
            new Trade("橡胶制品", "C29", ""),
            new Trade("建材", "C30", ""),
            new Trade("玻璃制品", "C30", ""),
            new Trade("铸造", "C33", ""),
            new Trade("机械", "C34", "装备制造"),
            new Trade("农机", "C35", "装备制造"),
            new Trade("汽车配件", "C36", "装备制造"),
            new Trade("电气", "C38", "装备制造"),
            new Trade("电子", "C39", ""),
            new Trade("仪表", "C40", ""),
            new Trade("物流", "G59", ""),
            new Trade("运输", "G54", ""),
            new Trade("商贸", "F51", ""),
            new Trade("电子商务", "F52", ""),
            new Trade("软件", "I65", ""),
            new Trade("信息技术", "I64", ""),
            new Trade("检测", "M74", ""),
            new Trade("建筑", "E47", ""),
            new Trade("装饰", "E50", ""),
            new Trade("园林", "A02", ""),
            new Trade("种植", "A01", ""),
            new Trade("养殖", "A03", ""),
            new Trade("餐饮", "H62", ""),
            new Trade("环保科技", "N77", ""),
            new Trade("新能源", "D44", ""),
            new Trade("再生资源", "C42", ""),
            new Trade("印染", "C17", "纺织服装"),
            new Trade("食品", "C14", "农副产品加工"));

    /**
     * An invented enterprise.
     *
     * @param unit place of its unit in the document's order, from 0
     */
    record Firm(int number, Uscc uscc, String name, String industry, String chain, int unit) {

        String phone() {
            return "1380001%04d".formatted(number);
        }

        String contact() {
            return "虚构联系人" + number;
        }
    }

    private DemoFirms() {}

    /** All of them; consecutive ones lie in different units. */
    static List<Firm> all(int units) {
        return IntStream.range(0, COUNT).mapToObj(it -> firm(it, units)).toList();
    }

    private static Firm firm(int number, int units) {
        Trade trade = TRADES.get(number % TRADES.size());
        String word = WORDS.get(number / TRADES.size());
        String name = "冠县虚构" + word + trade.word() + "有限公司";
        return new Firm(number, new Uscc(Usccs.of(number)), name, trade.industry(), trade.chain(), number % units);
    }

    /** The register as a county would send it. */
    static byte[] register(List<Firm> firms, List<String> unitNames) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "统一社会信用代码",
                "企业名称",
                "所属乡镇",
                "行业代码",
                "联系人",
                "联系电话",
                "亩产效益",
                "产业链",
                "规上",
                "营业收入（万元）",
                "研发投入（万元）",
                "从业人数"));
        for (Firm firm : firms) {
            int revenue = 60 + firm.number() * 7919 % 4900;
            rows.add(List.of(
                    firm.uscc().value(),
                    firm.name(),
                    unitNames.get(firm.unit()),
                    firm.industry(),
                    firm.contact(),
                    firm.phone(),
                    "ABCD".substring(firm.number() % 4, firm.number() % 4 + 1),
                    firm.chain(),
                    revenue >= 2000 ? "是" : "否",
                    Integer.toString(revenue),
                    Integer.toString(revenue * (firm.number() % 5) / 100),
                    Integer.toString(5 + firm.number() * 31 % 400)));
        }
        var out = new ByteArrayOutputStream();
        FastExcel.write(out).sheet("虚构名录").doWrite(rows);
        return out.toByteArray();
    }
}
