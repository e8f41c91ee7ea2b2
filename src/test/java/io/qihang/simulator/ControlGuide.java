package io.qihang.simulator;

/** The page a person sees at {@code /_sim/}. */
final class ControlGuide {

    private static final String TEXT = """
            微信小程序服务端模拟器

            把后端的微信接口地址指到 BASE，就可以在本机走通登录、手机号、订阅消息、内容检测、小程序码和消息推送。
            下面的控制调用只在本机可用，把它们粘贴到终端里运行。

            登录（openid 必须以 o 开头，没有的用户会自动创建；不给 openid 就新建一个用户）
              curl -d '{}' BASE/_sim/login-codes
              curl -d '{"openid":"o_demo_1"}' BASE/_sim/login-codes
                返回的 code 就是 wx.login 得到的 code，5 分钟内有效，只能用一次。

            手机号
              curl -d '{"openid":"o_demo_1","phone":"13800000001"}' BASE/_sim/users
              curl -d '{"openid":"o_demo_1"}' BASE/_sim/phone-codes
                返回的 code 就是手机号按钮得到的 code，5 分钟内有效，只能用一次。

            模板（type 2 一次性，3 长期）
              curl -d '{"id":"T1","type":2,"title":"办理进度","fields":{"thing1":"thing","time2":"time"}}' BASE/_sim/templates

            用户
              curl -d '{"openid":"o_u1","unionid":"u_1","phone":"13800000002","risk":false}' BASE/_sim/users
              curl -d '{"prefix":"o_load_","count":1000,"subscribe":[{"templateId":"T1","credits":1}]}' BASE/_sim/users/bulk

            订阅（在弹窗里同意或拒绝、在通知管理里关闭、查看剩余次数）
              curl -d '{"openid":"o_demo_1","results":[{"templateId":"T1","status":"accept"}]}' BASE/_sim/subscriptions/popup
              curl -d '{"openid":"o_demo_1","templateIds":["T1"]}' BASE/_sim/subscriptions/reject
              curl 'BASE/_sim/subscriptions?openid=o_demo_1'

            已收到的消息，重复发送的消息
              curl 'BASE/_sim/messages?openid=o_demo_1'
              curl 'BASE/_sim/duplicates?window=3600'

            调用记录
              curl 'BASE/_sim/journal?path=/cgi-bin/message/subscribe/send&since=0&limit=100'

            时钟向前拨、作废令牌、限制频次、全部清空
              curl -d '{"advanceSeconds":301}' BASE/_sim/clock
              curl -d '{"kind":"stable"}' BASE/_sim/tokens/revoke
              curl -d '{"path":"/cgi-bin/message/subscribe/send","perMinute":10,"perDay":100}' BASE/_sim/limits
              curl -X POST BASE/_sim/reset

            消息推送（弹窗、关闭订阅、发送结果、图片检测结果都会推到这里；加密，不应答的再推 3 次）
              curl -d '{"url":"http://127.0.0.1:8080/wechat/callback","token":"AAAAA","aesKey":"abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"}' BASE/_sim/push/config
              curl -X POST BASE/_sim/push/verify
              curl -d '{"event":"user_authorization_revoke","openid":"o_demo_1","fields":{"RevokeInfo":"8"},"repeat":2,"corrupt":"none"}' BASE/_sim/push/emit
                corrupt 可以是 none、signature、cipher、oldTimestamp、foreignAppid。
              curl BASE/_sim/push/deliveries
              curl BASE/_sim/push/pending

            内容检测（文字里有 [risky] 或 [review]、图片地址里有 risky 或 review 就是这个结论，其余通过）
              图片的结论也可以自己给：POST BASE/_sim/media/verdict {"traceId":"…","suggest":"risky","label":20002,"delayMs":1000,"errcode":0}

            小程序的设置（IP 白名单、已发布的页面、微信支付、封禁、令牌长度），不写的不变
              curl -d '{"ipAllowList":[],"releasedPages":[],"payEnabled":true,"messagesBanned":false,"tokenLength":512}' BASE/_sim/app

            成套的故障：calm、realistic、quota-day、quota-minute、meltdown、token-rotation
              curl -d '{"name":"quota-day","after":100}' BASE/_sim/profile

            制造故障（phase 为 before 表示什么都没发生，after 表示已经办成但回答丢了）
              curl -d '{"id":"f1","match":{"path":"/cgi-bin/message/subscribe/send","openid":"o_load_*","probability":0.01},"phase":"after","action":{"type":"reset"},"times":50,"ttlSeconds":600}' BASE/_sim/faults
              action 可以是：
                {"type":"errcode","errcode":45009}   {"type":"delay","ms":6000,"jitterMs":500}
                {"type":"http","status":502}         {"type":"truncate","bytes":10}
                {"type":"reset"}  {"type":"close"}  {"type":"garbage"}  {"type":"empty"}  {"type":"emptyJson"}
                {"type":"drip","bytesPerSecond":20}  {"type":"tokenStorm","everySeconds":30}  {"type":"acceptStop","seconds":5}
                {"type":"pushFault","mode":"drop|duplicate|reorder|delay|list","count":3,"ms":1000}（match.path 写事件名）
              curl BASE/_sim/faults
              curl -X DELETE BASE/_sim/faults/f1
              curl -X DELETE BASE/_sim/faults
            """;

    private ControlGuide() {}

    static String text(String baseUrl) {
        return TEXT.replace("BASE", baseUrl);
    }
}
