namespace JointDesk.Recognizers.Scanning;

internal static class ChineseWords
{
    public static void AddTo(AddWords add)
    {
        Days(add);
        PartsAndUnits(add);
        Roles(add);

        // Words that hold a time character and say nothing about time: matched first, so that their characters are never read.
        add(Tok.Other, 0, "一下 一起 一直 一定 一致 一样 一般 一旦 一切 一并 一同 一半 统一 第一时间 唯一 万一 任一 之一 一位 一人 一案 一线 一体 一户 一批 一名 一块 一边 一些 一步 一份 一项 一条 一家 一台 "
            + "一点儿 有一点 早一点 晚一点 快一点 多一点 少一点 差一点 好一点 早点 晚点 快点 有点 差点 一点也 一点都 重点 要点 观点 地点 特点 缺点 优点 难点 焦点 热点 据点 网点 点名 点评 点击 点赞 几点建议 点意见 点建议 点要求 点想法 点问题 点说明 "
            + "当天 当日 当时 届时 临时 及时 同时 随时 按时 暂时 平时 有时 小时候 时间 时候 时限 时刻 时长 时段 时效 时差 时期 不时 顿时 费时 历时 何时 实时 定时 到时候 到时 "
            + "日常 日程 日历 日报 日志 近日 日本 日期 生日 即日 即日起 天津 天网 天气 天眼 天猫 聊天 谈天 月报 周报 周刊 周边 周知 周到 周密 周转 周杰 年度 年龄 年会 青年 少年 成年 年纪 年鉴 中年 老年 年轻 多年 当年 近年 往年 常年 "
            + "半途 半成品 过半 一半以上 大半 前后 期前 期前期 前期 目前 以前的 前往 提前量 前科 前台 前线 前者 前方 前哨 面前 前面 前提 眼前 当前 此前 先前 前进 后续 后勤 后果 后台 后者 后方 随后 然后 最后期限 落后 背后 后面 此后 后悔 幕后 "
            + "内部 内容 内勤 国内 境内 省内 市内 局内 队内 内地 室内 室外 内网 之内容 分局 分工 分析 分为 分别 分子 分成 部分 充分 成分 分组 分管 分享 分歧 分发 分头 分类 分流 分配 分机 身分 百分 评分 分数 万分 "
            + "到案 到岗 到底 到处 迟到 收到 得到 看到 找到 接到 拿到 遇到 直到现在 达到 到期日 见到 碰到 做到 办到 来到 抓到 查到 感到 听到 刻录 刻制 深刻 立刻 即刻 "
            + "会所 会员 机会 社会 协会 委员会 不会 才会 就会 都会 将会 学会 只会 也会 会不会 工会 三会一课 会议纪要 会议记录 会场 会签 会审 会计 会见 会展 体会 误会 会议号 会合 会被 会来 会去 会参加 会出席 会派 会尽 会有 会在 会按 会到 会准时 "
            + "年级 月台 点位 号码 号线 号楼 号院 号门 号房 号库 号令 号文 号码段 分之 点钟头 周全 至少 至今 甚至 乃至 至于 从而 从严 从重 从速 从事 从业 自己 自然 自动 自行 各自 自查 独自 亲自 来自 自首 自愿 自述 "
            + "不要紧 要不要 不管 或许 或者说 在线 现在线 截图 截获 拦截 共同 共享 公共 共识 共用 次要 次日常 层次 首次 多次 其次 依次 再次 双方 每当 每人 每个人 每位 每个单位 每家 各个 中心 中队 中国 中介 集中 其中 中途 中转 中止 中断 中标 一中 初步 初查 最初 当初 初核 初审 底数 底稿 底层 彻底 末端 末次 "
            + "今后 今日头条 今年来 现场 现有 下级 下达 下发 下属 下落 下载 以下 之下 下线 下游 上级 上报 上线 上游 上述 上海 上门 上传 以上 上交 上班 上路 上网 上次会 上面 晚报 早报 早日 晚会 早已 早就 夜总会 星期几 周几 几号 几点 几月 礼拜几 哪天 几天 "
            + "排除 删除 解除 除此 清除 移除 再说 再查 非法 非常 不是说 整改 修改 改变 改正 改进 更改 改善 多少 整理 整体 整合 整个 完整 调整 一整 二维码 三方 四川 两卡 三者 两高 二代证 三证 九龙 五金 五险 四方 六合彩 八达 十堰 百度 三亚 三明 千万 万元 百万 亿元 千元 百元");
        add(Tok.Other, 0, "最多 顶多 至多 最长 顺便 顺利 顺序 顺手 顺路 挪用 这会儿 超过 不超过 晚些时候 余下时间 剩余时间 剩下时间");
        add(Tok.Filler, 0, "北京时间 的时候 大概 左右 大约 差不多 约定 定在 定于 放在 安排在 就 吧 那 那天 当地时间 准点 准时 正 先 请在 务必 暂定 拟于 拟定于 计划于 计划在 拟 于 在 大家 也 都 咱们 含 含当日 含当天");
    }

    private static void Days(AddWords add)
    {
        string[] digits = ["一 1", "二 2", "三 3", "四 4", "五 5", "六 6", "日 天"];
        for (int d = 1; d <= 7; d++)
        {
            foreach (string s in digits[d - 1].Split(' '))
            {
                add(Tok.Weekday, d, $"周{s} 星期{s} 礼拜{s}");
            }
        }

        add(Tok.RelDay, 0, "今天 今日 今朝 今儿 今儿个 本日");
        add(Tok.RelDay, 1, "明天 明日 明朝 听日 明儿 明儿个 第二天 翌日 隔天");
        add(Tok.RelDay, 2, "后天 后日 后朝 后儿 后儿个");
        add(Tok.RelDay, 3, "大后天 大后日");
        add(Tok.RelDays, 1, "明后天 明后两天 明后");
        add(Tok.RelDays, 0, "今明两天 今明 这两天 今天明天");
        add(Tok.RelDay, 4, "大大后天");
        add(Tok.RelDay, -1, "昨天 昨日 昨儿");
        add(Tok.RelDay, -2, "前天 前日 前儿");
        add(Tok.RelDay, -3, "大前天");
        // not 后晚: 三天后晚上 ends in it and means something else
        (string Word, int Day)[] short_ = [("今", 0), ("明", 1), ("昨", -1), ("当", 0), ("次日", 1)];
        foreach (var (word, day) in short_)
        {
            add(Tok.RelDay, day, $"{word}早 {word}晨 {word}早上 {word}上午", Parts.Morning);
            add(Tok.RelDay, day, $"{word}午 {word}晌午 {word}中午", Parts.Noon);
            add(Tok.RelDay, day, $"{word}下午", Parts.Afternoon);
            add(Tok.RelDay, day, $"{word}晚上", Parts.Evening);
            add(Tok.RelDay, day, $"{word}夜", Parts.Night);
            if (word != "当")
            {
                // 当晚 is a part of a day that was said
                add(Tok.RelDay, day, $"{word}晚", Parts.Evening);
            }
        }

        add(Tok.RelDay, 2, "大后晚", Parts.Evening);
        add(Tok.Now, 0, "现在 马上 立即 此刻 眼下 当前时间");
        add(Tok.RelYear, 0, "今年 本年 本年度 今年度 全年");
        add(Tok.RelYear, 1, "明年 来年 次年 下年度 明年度 下一年");
        add(Tok.RelYear, 2, "后年");
        add(Tok.RelYear, -1, "去年 上年 上年度");
        add(Tok.RelYear, -2, "前年");
        add(Tok.MonthName, 1, "元月 元月份");
        add(Tok.LunarMonth, 1, "正月 大年");
        add(Tok.LunarMonth, 11, "冬月");
        add(Tok.LunarMonth, 12, "腊月");
        add(Tok.LunarMonth, 0, "农历 阴历 旧历");
        const string Ten = "一二三四五六七八九十";
        for (int d = 1; d <= 10; d++)
        {
            add(Tok.LunarDay, d, "初" + Ten[d - 1]);
        }

        // MMDD; lunar days are 10000 and more, the nth weekday of a month is 20000 + MMND, 30000 is Easter.
        add(Tok.Festival, 10101, "春节 大年初一 农历新年 春节假期 春节期间 春节长假");
        add(Tok.Festival, 11230, "除夕 除夕夜 年三十 大年三十");
        add(Tok.Festival, 10115, "元宵节 元宵");
        add(Tok.Festival, 10505, "端午节 端午");
        add(Tok.Festival, 10707, "七夕 七夕节");
        add(Tok.Festival, 10815, "中秋节 中秋");
        add(Tok.Festival, 10909, "重阳节 重阳");
        add(Tok.Festival, 405, "清明节 清明");
        add(Tok.Festival, 101, "元旦 元旦节 新年 元旦假期 元旦期间");
        add(Tok.Festival, 501, "五一 劳动节 五一节 五一假期 五一期间");
        add(Tok.Festival, 601, "六一 儿童节");
        add(Tok.Festival, 1001, "国庆 国庆节 十一国庆 国庆假期 国庆期间 国庆长假 十一假期");
        add(Tok.Festival, 1225, "圣诞节 圣诞");
        add(Tok.Festival, 1224, "平安夜 圣诞前夜 圣诞前夕");
        add(Tok.Festival, 1231, "跨年夜 元旦前夜 元旦前夕");
        add(Tok.Festival, 11208, "腊八 腊八节");
        add(Tok.Festival, 11223, "小年夜 小年");
        add(Tok.Festival, 1111, "双十一 双11");
        add(Tok.Festival, 1212, "双十二 双12");
        add(Tok.Festival, 110, "警察节 人民警察节");
        add(Tok.Festival, 701, "建党节");
        add(Tok.Festival, 801, "建军节");
        add(Tok.Festival, 910, "教师节");
        add(Tok.Festival, 308, "妇女节 三八节");
        add(Tok.Festival, 314, "白色情人节");
        add(Tok.Festival, 214, "情人节");
        add(Tok.Festival, 504, "青年节");
        add(Tok.Festival, 312, "植树节");
        add(Tok.Festival, 401, "愚人节");
        add(Tok.Festival, 315, "消费者权益日 三一五晚会");
        add(Tok.Festival, 626, "国际禁毒日 禁毒日");
        add(Tok.Festival, 1031, "万圣节");
        add(Tok.Festival, 1204, "宪法日 国家宪法日");
        add(Tok.Festival, 1213, "公祭日 国家公祭日");
        add(Tok.Festival, 20527, "母亲节");
        add(Tok.Festival, 20637, "父亲节");
        add(Tok.Festival, 21144, "感恩节");
        add(Tok.Festival, 30000, "复活节");
    }

    private static void PartsAndUnits(AddWords add)
    {
        add(Tok.Part, Parts.Dawn, "凌晨 拂晓");
        add(Tok.Part, Parts.Morning, "上午 早上 早晨 清晨 一早 一大早 大清早 清早 早间 午前 大早上 上半天 前晌 头晌 上晌 早起 朝早 上昼 大早 赶早 一清早");
        add(Tok.Part, Parts.Noon, "中午 晌午 午间 中午时分");
        add(Tok.Part, Parts.Afternoon, "下午 午后 后半晌 下半天 后晌 下晌 晌后 下昼 晏昼");
        add(Tok.Part, Parts.Evening, "晚上 傍晚 晚间 夜晚 当晚 夜间 晚夕 傍黑 擦黑 晚黑 天黑");
        add(Tok.Part, Parts.Night, "夜里 半夜 深夜 午夜 大半夜 夜");
        add(Tok.Part, Parts.Morning, "早", 9);
        add(Tok.Part, Parts.Evening, "晚", 9);
        add(Tok.Noon, 0, "正午");
        add(Tok.WeekUnit, 1, "周 星期 礼拜 个星期 个礼拜 个周");
        add(Tok.MonthUnit, 1, "月 月份 个月");
        add(Tok.MonthUnit, 1, "个多月");
        add(Tok.YearUnit, 1, "年 载");
        add(Tok.QuarterYear, 1, "季度 季 个季度");
        add(Tok.DayUnit, 1, "天 整天 个昼夜 昼夜");
        add(Tok.DayMark, 1, "日 号");
        add(Tok.HourMark, 1, "点 时 点钟 时整 点整 点正");
        add(Tok.HourUnit, 1, "小时 个小时 钟头 个钟头 个钟");
        add(Tok.HourUnit, 1, "个半小时 个半钟头 个半钟", 30);
        add(Tok.MonthUnit, 1, "个半月", 30);
        add(Tok.WeekUnit, 1, "周半 个半星期", 30);
        add(Tok.MinuteMark, 1, "分");
        add(Tok.MinuteUnit, 1, "分钟 分种");
        add(Tok.SecondUnit, 1, "秒 秒钟");
        add(Tok.KeUnit, 15, "刻");
        add(Tok.KeUnit, 15, "刻钟 刻种", 1);
        add(Tok.Half, 1, "半 半个");
        add(Tok.Measure, 0, "个");
        add(Tok.Whole, 0, "整 钟 正点");
        add(Tok.WorkDay, 1, "工作日 平日 个工作日 工作天 个工作天 个上班日");
        add(Tok.Weekend, 0, "周末 星期末 礼拜末 双休日");
        add(Tok.Xun, 1, "上旬");
        add(Tok.Xun, 2, "中旬");
        add(Tok.Xun, 3, "下旬");
        add(Tok.Start, 0, "初 开头");
        add(Tok.End, 0, "底 末 末尾");
        add(Tok.Middle, 0, "中");
        add(Tok.DayEnd, 0, "当天结束 今天结束");
        add(Tok.Cob, 18 * 60, "下班 下班时间 下班时 收班 收工");
        add(Tok.Few, 3, "几 数 若干");
    }

    private static void Roles(AddWords add)
    {
        add(Tok.This, 0, "今个 本 这 这个 本个 这一 当 该 这一个");
        add(Tok.Next, 1, "下 下个 下一个 下一");
        add(Tok.Next, 2, "下下 下下个 下下一个");
        add(Tok.Next, 3, "下下下");
        add(Tok.Last, 1, "上 上个 上一个 上一");
        add(Tok.Last, 2, "上上 上上个");
        add(Tok.Coming, 0, "最近的 最近一个 接下来 接下来的 即将到来的 未来 今后的 未来的 往后的");
        add(Tok.Every, 1, "每 每到 每个 逐 每一 每一个 逢 每逢");
        add(Tok.EveryOther, 2, "每隔 隔 每间隔 间隔");
        add(Tok.Frequency, 14, "双周 单周");
        add(Tok.Frequency, 60, "双月");
        add(Tok.Frequency, 1, "天天");
        add(Tok.Di, 0, "第");
        add(Tok.Di, 1, "首个 头一个 头个");
        add(Tok.Last, 0, "最后 最后一个 最后的 倒数第一个 倒数第一 最末 最末一个 末个");
        add(Tok.Last, -2, "倒数第二个 倒数第二");
        add(Tok.Last, -3, "倒数第三个 倒数第三");
        add(Tok.Before, 0, "前 之前 以前 或之前 或以前 及之前 及以前 截止 为止 止");
        add(Tok.After, 0, "过完 过完了 后 之后 以后 过后 或之后 或以后 及之后 及以后");
        add(Tok.Within, 0, "内 之内 以内 里 内的 期内");
        add(Tok.By, 0, "截止到 截至 截止至 不晚于 不迟于 最晚 最迟 不得迟于 不得晚于 截止日期 截止时间 限期 限 限时 赶在 截止日期是 截止时间是 截止时间为 截止日期为 截止日为 期限为 时限为");
        add(Tok.FromNow, 0, "再过 过");
        add(Tok.Until, 0, "直到 一直到 延续到 直至");
        add(Tok.From, 0, "从 自");
        add(Tok.Start, 1, "起 开始 起始 之日起 算起 开始的");
        add(Tok.To, 0, "到 至 到了 开到 一直开到 持续到");
        add(Tok.And, 0, "和 跟 与 及 以及 又 零 并 加 还有");
        add(Tok.Or, 0, "不行就 不行的话 不行的话就 实在不行 实在不行就 要不就 要么就 或 或者 或是 要么 还是 要不 不然");
        add(Tok.Not, 0, "不要 不是 别 别定 不在 非 不行的是 避开 别在 不能在 别放 别安排 不放 不定 不约 不选 错开 绕开 而不是 并非");
        add(Tok.Except, 0, "除 除了 除去");
        add(Tok.Except, 1, "太早 太晚 太迟 太赶 太紧 来不及 赶不到 赶不上 有冲突 冲突 撞期 撞上了 排不开 除外 外 以外 之外 不算 不开 开不了 开不成 不行 没空 没时间 不方便 去不了 来不了 不合适 停一次 停开一次 暂停一次 休会");
        add(Tok.OfMark, 0, "的 那个 那场 那次 那天的 那周 那一周 那个星期 那个礼拜 之");
        add(Tok.Meeting, 0, "会 会议 早会 晨会 例会 联席会议 联席会 专题会 专题会议 协调会 部署会 会商 开会 会商会 联络员会议 全体会议 会前会 碰头会 研判会 推进会 调度会 视频会 视频会议 这个会 这次会 会期 开会时间 会议开始 会议召开 通气会 会上 召开 开庭 碰头");
        add(Tok.Deadline, 0, "到期 期限 截止期 期满 逾期 限期日 截止日");
        add(Tok.MoveTo, 0, "顺到 顺至 挪 串到 改去 改到 改在 改为 改成 挪到 换到 移到 调到 调整到 调整至 调整为 改至 延至 推至 推到 推迟到 推迟至 延后到 延后至 延迟到 延迟至 往后推到 往后挪到 顺延至 提前到 提前至 提早到 改期到 改期至 改期为 改期在 改定 换成 换至 挪至 移至 变更为 变更到 改约 改约到 改签到 错到 拖到 放到 提到 往前提到 调至 改 "
            + "能不能放 可不可以放 能否放 可否放 能不能放在 安排到 安排至 约到 定到 排到 重新安排到 重新安排在 重新安排至 重新安排为 重新定到 重新定在 重新约到 重新约在 重排到 重排在 移动到 移动至 挪动到 挪动至 挪去 移去 更换到 更换为 更换成 换为 更改到 更改为 更改成 更改至 修改到 修改为 修改成 修改至 "
            + "变到 变成 变为 调成 调为 调整成 转到 转至 更新为 更新到 更新成 更新至 变更成 调换到 调换成 调换为 延迟为 推迟为 推后到 推后至 后移到 后延到 提早至 提前为 改放到 改放在 改排到 改排在 改约在 改时间到 另定于 另约 移成 挪成");
        add(Tok.Postpone, 1, "推迟 迟 延后 往后推 往后推迟 往后挪 往后延 后延 押后 延迟 推后 后推 往后 往后拖 拖后 缓 暂缓 后移 往后移 后挪 再推 再延 拖 推");
        add(Tok.Advance, -1, "提前 提早 往前提 往前挪 往前 前移 前挪 往前移 往前推");
        add(Tok.Extend, 0, "延期 延长 宽限 展期 延 缓期 放宽 顺延 多给");
        add(Tok.Extend, 1, "延期到 延期至 延长到 延长至 宽限到 宽限至 展期到 展期至 延到 放宽到 放宽至 缓到 顺延到 延期为 期限改到 期限改为 期限延到 截止改到");
        add(Tok.More, 0, "再 多 还要 还需 再多 再给 另给 额外");
        add(Tok.Cancel, 0, "取消 撤销 不开了 撤掉 作废 不召开了 不用开了 别开了 停开 取消掉 不办了 撤回 免了 取消了");
        add(Tok.Remind, 0, "提醒 通知我 叫我 喊我 告诉我 提示 闹钟 催 叫醒");
        add(Tok.Report, 0, "报送 提交 交材料 反馈 报 交 发 送 通知 发出 发放 准备 备齐 到场 到达 报到 签到 集合 送达 印发 汇总 到会 到位 入场 进场 登录 候场 就位");
        add(Tok.Correct, 0, "不对 哦不 噢不 喔不 啊不 不不 更正 更正一下 说错 说错了 口误 错了 写错了 打错了 弄错了 搞错了 记错了 我是说 应该是");
        add(Tok.Recur, 0, "循环 定期 重复");
        add(Tok.SameTime, 0, "同一时间 同样时间 同一时刻 同时间 相同时间 原时间 一样的时间 同样的时间 同个时间 老时间");
        add(Tok.Total, 0, "共 共计 总共 一共 连续 连开 连着 一连 持续 为期 连续开 持续开");
        add(Tok.Finish, 0, "结束 散会 开完 为止结束");
        add(Tok.Times, 0, "次 场 期 回");
        add(Tok.Any, 0, "都可以 都行 均可 皆可 都有空 任选 二选一 都方便 任意");
        add(Tok.Skip, 0, "节假日 法定节假日 法定假日 公休日 放假");
        add(Tok.Minus, 0, "差 欠");
        add(Tok.Bound, 0, "楼 楼层 层 室 会议室 房间 房 厅 线 门 院 令 文 文件 案 专案 专项 嫌疑人 嫌犯 被害人 受害人 口岸 仓库 码头 机 车 公告 证 人 名 家 份 件 页 条 项 卷 台 部 元 万 块 批 位 套 处 个人 个单位 册 张 栋 幢 座 桌 席 公里 公斤 千克 海里 毫升 厘米 平米 米 吨 斤 亿 克 级 代 支 组 队 所 校 版 期工程 轮 届 场馆 展厅 病房 通道 窗口 卡口 岗亭 监室 监区 监舍 检材 样本 物证 证物 电梯 出口 入口 打印机 摄像头 探头 服务器 主机 柜 柜台 病床 国道 车厢 站台 登机口 航站楼 检查站 警车 库房 信箱 泊位 车位 航班 列车 版本");
    }
}
