// 微信公布的规则：app.json 的 requiredPrivateInfos 要写明用到的地理位置接口（一个不少，没用到的不写）；
// 用到《用户隐私保护指引》所列的任何一个接口、组件，都要打开 __usePrivacyCheck__。

export const PRIVATE_INFOS = [
  'getFuzzyLocation',
  'getLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
]

// 精确位置和模糊位置只能声明一种
export const PRECISE_LOCATION = ['getLocation', 'onLocationChange', 'startLocationUpdate', 'startLocationUpdateBackground']

export const GUARDED_CALLS = [
  ...PRIVATE_INFOS,
  'getUserInfo',
  'getUserProfile',
  'chooseInvoiceTitle',
  'chooseInvoice',
  'getWeRunData',
  'chooseLicensePlate',
  'chooseImage',
  'chooseMedia',
  'chooseVideo',
  'chooseMessageFile',
  'startRecord',
  'getRecorderManager',
  'joinVoIPChat',
  'createCameraContext',
  'createLivePusherContext',
  'openBluetoothAdapter',
  'createBLEPeripheralServer',
  'saveImageToPhotosAlbum',
  'saveVideoToPhotosAlbum',
  'chooseContact',
  'addPhoneContact',
  'addPhoneCalendar',
  'addPhoneRepeatCalendar',
  'startAccelerometer',
  'startCompass',
  'startDeviceMotionListening',
  'startGyroscope',
  'getClipboardData',
  'setClipboardData',
]

// 页面上的组件和按钮
export const GUARDED_MARKUP = [
  ['手机号按钮', /\bbind:?get(realtime)?phonenumber=|open-type="get(Realtime)?PhoneNumber"/],
  ['头像按钮', /\bbind:?chooseavatar=|open-type="chooseAvatar"/],
  ['用户信息按钮', /\bbind:?getuserinfo=|open-type="getUserInfo"/],
  ['昵称输入框', /<input[^>]*type="nickname"/],
  ['相机组件', /<camera[\s/>]/],
  ['推流组件', /<live-pusher[\s/>]/],
]
