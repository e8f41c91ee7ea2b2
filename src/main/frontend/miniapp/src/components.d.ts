import QButton from './components/q-button.vue'
import QCell from './components/q-cell.vue'
import QEmpty from './components/q-empty.vue'
import QError from './components/q-error.vue'
import QField from './components/q-field.vue'
import QIcon from './components/q-icon.vue'
import QMore from './components/q-more.vue'
import QPage from './components/q-page.vue'
import QSheet from './components/q-sheet.vue'
import QSkeleton from './components/q-skeleton.vue'
import QState from './components/q-state.vue'
import QStatus from './components/q-status.vue'
import QText from './components/q-text.vue'
import QChips from './components/q-chips.vue'
import QQueue from './components/q-queue.vue'
import QAsof from './components/q-asof.vue'
import QTicket from './components/q-ticket.vue'
import QDue from './components/q-due.vue'
import QFiles from './components/q-files.vue'
import QStory from './components/q-story.vue'

declare module 'vue' {
  interface GlobalComponents {
    QButton: typeof QButton
    QStory: typeof QStory
    QDue: typeof QDue
    QFiles: typeof QFiles
    QTicket: typeof QTicket
    QAsof: typeof QAsof
    QQueue: typeof QQueue
    QChips: typeof QChips
    QCell: typeof QCell
    QEmpty: typeof QEmpty
    QError: typeof QError
    QField: typeof QField
    QIcon: typeof QIcon
    QMore: typeof QMore
    QPage: typeof QPage
    QSheet: typeof QSheet
    QSkeleton: typeof QSkeleton
    QState: typeof QState
    QStatus: typeof QStatus
    QText: typeof QText
  }
}
