import QAsof from './components/q-asof.vue'
import QButton from './components/q-button.vue'
import QCell from './components/q-cell.vue'
import QChips from './components/q-chips.vue'
import QDue from './components/q-due.vue'
import QEmpty from './components/q-empty.vue'
import QError from './components/q-error.vue'
import QField from './components/q-field.vue'
import QFiles from './components/q-files.vue'
import QIcon from './components/q-icon.vue'
import QLicence from './components/q-licence.vue'
import QMore from './components/q-more.vue'
import QPage from './components/q-page.vue'
import QPart from './components/q-part.vue'
import QPhone from './components/q-phone.vue'
import QPolicy from './components/q-policy.vue'
import QQueue from './components/q-queue.vue'
import QSheet from './components/q-sheet.vue'
import QSkeleton from './components/q-skeleton.vue'
import QState from './components/q-state.vue'
import QStatus from './components/q-status.vue'
import QStory from './components/q-story.vue'
import QSubscribe from './components/q-subscribe.vue'
import QTabs from './components/q-tabs.vue'
import QText from './components/q-text.vue'
import QTicket from './components/q-ticket.vue'
import QWork from './components/q-work.vue'
import QUploads from './components/q-uploads.vue'

declare module 'vue' {
  interface GlobalComponents {
    QAsof: typeof QAsof
    QButton: typeof QButton
    QCell: typeof QCell
    QChips: typeof QChips
    QDue: typeof QDue
    QEmpty: typeof QEmpty
    QError: typeof QError
    QField: typeof QField
    QFiles: typeof QFiles
    QIcon: typeof QIcon
    QLicence: typeof QLicence
    QMore: typeof QMore
    QPage: typeof QPage
    QPart: typeof QPart
    QPhone: typeof QPhone
    QPolicy: typeof QPolicy
    QQueue: typeof QQueue
    QSheet: typeof QSheet
    QSkeleton: typeof QSkeleton
    QState: typeof QState
    QStatus: typeof QStatus
    QStory: typeof QStory
    QSubscribe: typeof QSubscribe
    QTabs: typeof QTabs
    QText: typeof QText
    QTicket: typeof QTicket
    QWork: typeof QWork
    QUploads: typeof QUploads
  }
}
